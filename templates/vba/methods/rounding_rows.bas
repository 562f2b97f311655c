{# zpj/rules/methods/rounding_rows.py. The score of a row; score is given. #}
{% macro row() %}RoundedTotal(score){% endmacro %}
