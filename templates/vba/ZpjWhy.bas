{% import "methods/positive_" ~ profile.positive.method ~ ".bas" as positive with context %}
{% import "methods/reverse_" ~ profile.reverse.method ~ ".bas" as reverse with context %}
{% import "methods/zero_target_" ~ profile.zero_target.method ~ ".bas" as zero_target with context %}
{% import "methods/tier_" ~ judged.name ~ ".bas" as tier with context %}
Option Explicit
Option Private Module

' A score in words: which clause, what arithmetic.

' One sentence: the arithmetic behind a row, or what is still missing.
Public Function Explained(ByVal indicator As Variant, ByVal row As Variant) As String
    Dim kind As String, arithmetic As String
    kind = indicator(I_KIND)
    If Not IsEmpty(row(R_RULE)) Then
        arithmetic = ArithmeticOf(indicator, row)
        Explained = {{ said(row_words.scored, kind="kind", arithmetic="arithmetic", clause="ClauseOf(indicator, row)") }}
    ElseIf kind = "{{ kinds.QUALITATIVE }}" Then
        Explained = {{ said(row_words.unfilled, kind="kind", what=literal(unfilled.judged)) }}
    Else
        Explained = {{ said(row_words.unfilled, kind="kind", what=literal(unfilled.measured)) }}
    End If
End Function

' Why a row has no score, in one sentence.
Public Function Refused(ByVal kind As String, ByVal why As String) As String
    Refused = {{ said(row_words.refused, kind="kind", why="why") }}
End Function

Private Function ArithmeticOf(ByVal indicator As Variant, ByVal row As Variant) As String
    Dim arithmetic As String, shown As String
    shown = WithDecimals(row(R_RULE), 2)
    If indicator(I_KIND) = "{{ kinds.QUALITATIVE }}" Then
        arithmetic = WhyJudged(row(R_TIER), indicator(I_RATIO), indicator(I_POINTS), shown)
    ElseIf row(R_A) = 0 Then
        arithmetic = WhyZeroTarget(indicator(I_KIND), row(R_A), row(R_B), indicator(I_POINTS), shown)
    ElseIf indicator(I_KIND) = "{{ kinds.REVERSE }}" Then
        arithmetic = WhyReverse(row(R_A), row(R_B), indicator(I_POINTS), shown)
    Else
        arithmetic = WhyPositive(row(R_A), row(R_B), indicator(I_POINTS), shown)
    End If
    ArithmeticOf = arithmetic
    If indicator(I_DEDUCTION) <> 0 Then
        ArithmeticOf = {{ said(row_words.deducted, arithmetic="arithmetic",
            deduction="PointsText(indicator(I_DEDUCTION))", score="WithDecimals(row(R_SCORE), 2)") }}
    End If
End Function

Private Function ClauseOf(ByVal indicator As Variant, ByVal row As Variant) As String
    If indicator(I_KIND) = "{{ kinds.QUALITATIVE }}" Then
        ClauseOf = ClauseJudged(row(R_TIER))
    ElseIf row(R_A) = 0 Then
        ClauseOf = ClauseZeroTarget()
    ElseIf indicator(I_KIND) = "{{ kinds.REVERSE }}" Then
        ClauseOf = ClauseReverse(row(R_A), row(R_B))
    Else
        ClauseOf = ClausePositive(row(R_A), row(R_B))
    End If
End Function

Private Function WhyPositive(ByVal a As Double, ByVal b As Double, ByVal points As Double, _
        ByVal shown As String) As String
    Dim result As String
{{ positive.why() }}    WhyPositive = result
End Function

Private Function WhyReverse(ByVal a As Double, ByVal b As Double, ByVal points As Double, _
        ByVal shown As String) As String
    Dim result As String
{{ reverse.why() }}    WhyReverse = result
End Function

Private Function WhyZeroTarget(ByVal kind As String, ByVal a As Double, ByVal b As Double, _
        ByVal points As Double, ByVal shown As String) As String
    Dim result As String
{{ zero_target.why() }}    WhyZeroTarget = result
End Function

Private Function WhyJudged(ByVal tier As String, ByVal ratio As Double, ByVal points As Double, _
        ByVal shown As String) As String
    Dim result As String
{{ tier.why() }}    WhyJudged = result
End Function

Private Function ClausePositive(ByVal a As Double, ByVal b As Double) As String
    Dim result As String
{{ positive.clause() }}    ClausePositive = result
End Function

Private Function ClauseReverse(ByVal a As Double, ByVal b As Double) As String
    Dim result As String
{{ reverse.clause() }}    ClauseReverse = result
End Function

Private Function ClauseZeroTarget() As String
    Dim result As String
{{ zero_target.clause() }}    ClauseZeroTarget = result
End Function

Private Function ClauseJudged(ByVal tier As String) As String
    Dim result As String
{{ tier.clause() }}    ClauseJudged = result
End Function

Private Function Amount(ByVal x As Double) As String
    Amount = Significant(x, 10)
End Function

Private Function PointsText(ByVal points As Double) As String
    PointsText = Significant(points, 6)
End Function
