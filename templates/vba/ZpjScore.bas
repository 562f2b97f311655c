{% import "methods/positive_" ~ profile.positive.method ~ ".bas" as positive with context %}
{% import "methods/reverse_" ~ profile.reverse.method ~ ".bas" as reverse with context %}
{% import "methods/zero_target_" ~ profile.zero_target.method ~ ".bas" as zero_target with context %}
{% import "methods/tier_" ~ judged.name ~ ".bas" as tier with context %}
{% import "methods/execution_" ~ profile.execution.method ~ ".bas" as execution with context %}
{% import "methods/rounding_" ~ profile.rounding.of ~ ".bas" as rounding with context %}
Option Explicit
Option Private Module

' The rule itself, as the profile {{ profile.id }} (version {{ profile.version }}) has it.

' Unrounded points of a target a and an actual value b, both at least 0.
Public Function MeasuredPoints(ByVal kind As String, ByVal a As Double, ByVal b As Double, _
        ByVal points As Double) As Double
    If a = 0 Then
        MeasuredPoints = ZeroTargetPoints(kind, b, points)
    ElseIf kind = "{{ kinds.REVERSE }}" Then
        MeasuredPoints = ReversePoints(a, b, points)
    Else
        MeasuredPoints = PositivePoints(a, b, points)
    End If
End Function

Private Function PositivePoints(ByVal a As Double, ByVal b As Double, ByVal points As Double) As Double
    Dim result As Double
{{ positive.points() }}    PositivePoints = result
End Function

Private Function ReversePoints(ByVal a As Double, ByVal b As Double, ByVal points As Double) As Double
    Dim result As Double
{{ reverse.points() }}    ReversePoints = result
End Function

Private Function ZeroTargetPoints(ByVal kind As String, ByVal b As Double, ByVal points As Double) As Double
    Dim result As Double
{{ zero_target.points() }}    ZeroTargetPoints = result
End Function

' Unrounded points of a ratio.
Public Function JudgedPoints(ByVal ratio As Double, ByVal points As Double) As Double
    Dim result As Double
{{ tier.points() }}    JudgedPoints = result
End Function

' Over-completion (b - a) / a, as precise as it is when it meets the edge of a band.
Public Function Excess(ByVal a As Double, ByVal b As Double) As Double
    Excess = Edge((b - a) / a)
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
{{ execution.share() }}    ExecutionPoints = RoundedTotal(share * points)
End Function

Public Function GradeOf(ByVal total As Double) As String
    GradeOf = "{{ profile.grades[0].name }}"
{% for grade in profile.grades[1:] %}
    If RoundedTotal(total) >= {{ grade.low }} Then GradeOf = "{{ grade.name }}"
{% endfor %}
End Function

' A score, rounded where the profile rounds every row.
Public Function RoundedRow(ByVal score As Double) As Double
    RoundedRow = {{ rounding.row() }}
End Function

Public Function RoundedTotal(ByVal score As Double) As Double
    RoundedTotal = Application.WorksheetFunction.Round(score, {{ profile.rounding.decimals }})
End Function

Private Function Edge(ByVal x As Double) As Double
    Edge = Application.WorksheetFunction.Round(x, {{ edge_digits }})
End Function
