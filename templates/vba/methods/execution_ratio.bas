{# zpj/rules/methods/execution_ratio.py. Statements that set share; rate is given. #}
{% macro share() %}
    share = rate
    If share > 1 Then share = 1
{% endmacro %}
