Option Explicit
Option Private Module

' One indicator row: from the cells to its score, or why there is none.

' An indicator is an array of what its cells say.
Public Const I_TARGET As Long = 0
Public Const I_ACTUAL As Long = 1
Public Const I_POINTS As Long = 2
Public Const I_KIND As Long = 3
Public Const I_RATIO As Long = 4
Public Const I_DEDUCTION As Long = 5

' A row is an array: target and actual value in one unit, tier, points by rule (Empty: not filled yet), score.
Public Const R_A As Long = 0
Public Const R_B As Long = 1
Public Const R_TIER As Long = 2
Public Const R_RULE As Long = 3
Public Const R_SCORE As Long = 4

' The indicator in the cells a, b, points, kind and deduction; Empty while target or points are blank.
' Of a qualitative one b is the ratio, and a is looked at for the kind at most.
Public Function IndicatorOf(ByVal cells As Variant) As Variant
    Dim target As String, kind As String, points As Variant, ratio As Variant, deduction As Variant
    ' What is left unassigned LibreOffice may take for an object.
    IndicatorOf = Empty
    target = TextOf(cells(0))
    kind = KindNamed(cells(3))
    points = AmountIn(cells(2), "{{ labels.points }}")
    If IsEmpty(points) Or (target = "" And kind <> "{{ kinds.QUALITATIVE }}") Then Exit Function
    If kind = "" Then kind = InferredKind(target)
    If kind = "{{ kinds.QUALITATIVE }}" Then ratio = NumberOf(cells(1), "{{ labels.ratio }}", "{{ expected.ratio }}")
    deduction = NumberOf(cells(4), "{{ labels.deduction }}", "{{ expected.number }}")
    If IsEmpty(deduction) Then deduction = 0
    IndicatorOf = Array(target, TextOf(cells(1)), points, kind, ratio, deduction)
End Function

' The score of an indicator; refuses what the rule cannot be applied to.
Public Function ScoreRow(ByVal indicator As Variant) As Variant
    Dim row As Variant
    row = Array(Empty, Empty, "", Empty, Empty)
    If indicator(I_KIND) = "{{ kinds.QUALITATIVE }}" Then
        JudgeRatio indicator, row
    Else
        Measure indicator, row
    End If
    If Not IsEmpty(row(R_RULE)) Then TakeOff indicator(I_DEDUCTION), row
    ScoreRow = row
End Function

Private Function InferredKind(ByVal target As String) As String
    Dim quantity As Variant, isNumber As Boolean
    On Error Resume Next
    quantity = ReadTarget(target)
    isNumber = (Err.Number = 0)
    On Error GoTo 0
    If Not isNumber Then
        InferredKind = "{{ kinds.QUALITATIVE }}"
    ElseIf IsCeiling(quantity(Q_COMPARATOR)) Then
        InferredKind = "{{ kinds.REVERSE }}"
    Else
        InferredKind = "{{ kinds.POSITIVE }}"
    End If
End Function

Private Sub JudgeRatio(ByVal indicator As Variant, ByRef row As Variant)
    If IsEmpty(indicator(I_RATIO)) Then Exit Sub
    row(R_TIER) = TierOf(indicator(I_RATIO))
    If row(R_TIER) = "" Then
        Refuse xlErrNum, {{ said(refusals.outside_all, ratio="Significant(indicator(I_RATIO), 10)") }}
    End If
    row(R_RULE) = RoundedRow(JudgedPoints(indicator(I_RATIO), indicator(I_POINTS)))
End Sub

Private Sub Measure(ByVal indicator As Variant, ByRef row As Variant)
    Dim target As Variant, a As Double, b As Double
    target = ReadTarget(indicator(I_TARGET))
    If indicator(I_KIND) = "{{ kinds.REVERSE }}" And target(Q_UPPER) <> "" Then target(Q_NUMBER) = target(Q_UPPER)
    If indicator(I_ACTUAL) = "" Then Exit Sub
    b = InUnitOf(target, ReadActual(indicator(I_ACTUAL)))
    a = ValueOf(target)
    If a < 0 Or b < 0 Then Refuse xlErrNum, {{ literal(refusals.negative) }}
    If IsTooLarge(a) Or IsTooLarge(b) Then Refuse xlErrValue, "{{ reasons.TOO_LARGE }}"
    row(R_A) = a
    row(R_B) = b
    row(R_RULE) = RoundedRow(MeasuredPoints(indicator(I_KIND), a, b, indicator(I_POINTS)))
End Sub

Private Sub TakeOff(ByVal deduction As Double, ByRef row As Variant)
    If deduction < 0 Then Refuse xlErrNum, {{ literal(refusals.negative_deduction) }}
    row(R_SCORE) = row(R_RULE)
    If deduction = 0 Then Exit Sub
    row(R_SCORE) = 0
    If deduction < row(R_RULE) Then row(R_SCORE) = RoundedRow(row(R_RULE) - deduction)
End Sub
