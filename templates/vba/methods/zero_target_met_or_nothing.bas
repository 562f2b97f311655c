{# zpj/rules/methods/zero_target_met_or_nothing.py. Statements that set result; kind, a = 0, b >= 0, points, shown
are given. #}
{% set says = method_words.zero_target.met_or_nothing %}
{% macro points() %}
    If kind <> "{{ kinds.REVERSE }}" Or b = 0 Then result = points
{% endmacro %}

{% macro why() %}
    If kind <> "{{ kinds.REVERSE }}" Then
        result = {{ said(says.why.floor, score="shown") }}
    ElseIf b = 0 Then
        result = {{ said(says.why.kept, a="Amount(a)", b="Amount(b)", score="shown") }}
    Else
        result = {{ said(says.why.broken, b="Amount(b)", score="shown") }}
    End If
{% endmacro %}

{% macro clause() %}
    result = "{{ profile.zero_target.clause }}"
{% endmacro %}
