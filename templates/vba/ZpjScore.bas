Option Explicit
Option Private Module

' The rule itself, as the profile {{ profile.id }} (version {{ profile.version }}) has it.

' Unrounded points for a target a and an actual value b, both at least 0.
Public Function PositivePoints(ByVal a As Double, ByVal b As Double, ByVal points As Double) As Double
    PositivePoints = points
    If a = 0 Then Exit Function
    If b < a Then PositivePoints = b / a * points
    PositivePoints = PositivePoints - Deduct(Excess(a, b)) * points
End Function

Public Function ReversePoints(ByVal a As Double, ByVal b As Double, ByVal points As Double) As Double
    If b <= a Then
        ReversePoints = points
    ElseIf a > 0 Then
{% if profile.reverse.method == "distance" %}
        ReversePoints = 1 - (b - a) / a
        If ReversePoints < 0 Then ReversePoints = 0
        ReversePoints = ReversePoints * points
{% else %}
        ReversePoints = a / b * points
{% endif %}
    End If
End Function

' Over-completion (b - a) / a, as precise as it is when it meets the edge of a band.
Public Function Excess(ByVal a As Double, ByVal b As Double) As Double
    Excess = Edge((b - a) / a)
End Function

' What over-completion takes off, as a share of the points.
Public Function Deduct(ByVal r As Double) As Double
{% for band in profile.positive.over_completion %}
    If r >= {{ band.low }} Then Deduct = {{ band.deduct }}
{% endfor %}
End Function

' The clause of the band; empty below the first.
Public Function DeductClause(ByVal r As Double) As String
{% for band in profile.positive.over_completion %}
    If r >= {{ band.low }} Then DeductClause = "{{ band.clause }}"
{% endfor %}
End Function

' The tier of a ratio; empty where it belongs to none.
Public Function TierOf(ByVal ratio As Double) As String
    Dim share As Double
    share = Edge(ratio)
{% for band in profile.tiers %}
    If share >= {{ band.low }} And share {{ "<=" if band.high == 1 else "<" }} {{ band.high }} Then
        TierOf = "{{ band.tier }}"
    End If
{% endfor %}
End Function

Public Function TierClause(ByVal tier As String) As String
    Select Case tier
{% for band in profile.tiers %}
    Case "{{ band.tier }}"
        TierClause = "{{ band.clause }}"
{% endfor %}
    End Select
End Function

' The points of an execution rate, rounded.
Public Function ExecutionPoints(ByVal rate As Double, ByVal points As Double) As Double
    Dim share As Double
{% if profile.execution.method == "steps" %}
{% for step in profile.execution.steps %}
    If Edge(rate) >= {{ step.low }} Then share = {{ step.points }} / {{ profile.execution.points }}
{% endfor %}
{% else %}
    share = rate
    If share > 1 Then share = 1
{% endif %}
    ExecutionPoints = RoundedTotal(share * points)
End Function

Public Function GradeOf(ByVal total As Double) As String
    GradeOf = "{{ profile.grades[0].name }}"
{% for grade in profile.grades[1:] %}
    If RoundedTotal(total) >= {{ grade.low }} Then GradeOf = "{{ grade.name }}"
{% endfor %}
End Function

' A score, rounded where the profile rounds every row.
Public Function RoundedRow(ByVal score As Double) As Double
    RoundedRow = {{ "RoundedTotal(score)" if profile.rounding.of == "rows" else "score" }}
End Function

Public Function RoundedTotal(ByVal score As Double) As Double
    RoundedTotal = Application.WorksheetFunction.Round(score, {{ profile.rounding.decimals }})
End Function

Private Function Edge(ByVal x As Double) As Double
    Edge = Application.WorksheetFunction.Round(x, {{ edge_digits }})
End Function
