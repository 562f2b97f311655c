{# zpj/rules/methods/judged_ratio.py. Statements that set result; tier, ratio, points, shown are given. #}
{% set says = method_words.tier.ratio %}
{% macro points() %}
    result = ratio * points
{% endmacro %}

{% macro why() %}
    result = {{ said(says.why.judged, tier="tier", ratio="PercentText(ratio)", points="PointsText(points)", score="shown") }}
{% endmacro %}

{% macro clause() %}
    result = TierClause(tier)
{% endmacro %}
