{# zpj/rules/methods/total_sum.py. The unrounded total; sum, all scores, is given, and the expression of the rate. #}
{% macro total(rate) %}sum{% endmacro %}
