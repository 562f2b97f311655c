{# zpj/rules/methods/reverse_inverse.py. Statements that set result; a > 0, b >= 0, points, shown are given. #}
{% set says = method_words.reverse.inverse %}
{% macro points() %}
    result = points
    If b > a Then result = a / b * points
{% endmacro %}

{% macro why() %}
    If b > a Then
        result = {{ said(says.why.above, a="Amount(a)", b="Amount(b)", points="PointsText(points)", score="shown") }}
    Else
        result = {{ said(says.why.kept, a="Amount(a)", b="Amount(b)", score="shown") }}
    End If
{% endmacro %}

{% macro clause() %}
    result = "{{ profile.reverse.clause }}"
{% endmacro %}
