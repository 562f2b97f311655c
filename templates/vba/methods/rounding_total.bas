{# zpj/rules/methods/rounding_total.py. The score of a row; score is given. #}
{% macro row() %}score{% endmacro %}
