{# zpj/rules/methods/total_capped_by_execution.py. The unrounded total; sum, all scores, is given, and the
expression of the rate. #}
{% macro total(rate) %}WorksheetFunction.Min(sum, {{ rate }} * {{ profile.total.points }}){% endmacro %}
