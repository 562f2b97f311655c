{# zpj/rules/methods/execution_steps.py. Statements that set share; rate is given. #}
{% macro share() %}
{% for step in profile.execution.steps %}
    If Edge(rate) >= {{ step.low }} Then share = {{ step.points }} / {{ profile.execution.points }}
{% endfor %}
{% endmacro %}
