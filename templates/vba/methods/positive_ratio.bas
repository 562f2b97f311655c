{# zpj/rules/methods/positive_ratio.py. Statements that set result; a > 0, b >= 0, points, shown are given. #}
{% set says = method_words.positive.ratio %}
{% macro points() %}
    Dim share As Double
    result = points
    If b < a Then result = b / a * points
{{ band("share", "deduct") }}    result = result - share * points
{% endmacro %}

{% macro why() %}
    Dim share As Double, beyond As String
{{ band("share", "deduct") }}{{ band("beyond", "clause") }}    If beyond <> "" Then
        result = {{ said(says.why.beyond, a="Amount(a)", b="Amount(b)", points="PointsText(points)",
            excess="PercentText((b - a) / a)", deduct="PercentText(share)", score="shown") }}
    ElseIf b < a Then
        result = {{ said(says.why.short, a="Amount(a)", b="Amount(b)", points="PointsText(points)", score="shown") }}
    Else
        result = {{ said(says.why.met, a="Amount(a)", b="Amount(b)", score="shown") }}
    End If
{% endmacro %}

{% macro clause() %}
    result = "{{ profile.positive.clause }}"
{{ band("result", "clause") }}
{%- endmacro %}

{% macro band(name, field) %}
{% for each in profile.positive.over_completion %}
    If Excess(a, b) >= {{ each.low }} Then {{ name }} = {{ literal(each[field]) }}
{% endfor %}
{% endmacro %}
