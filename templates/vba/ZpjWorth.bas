{% import "methods/total_" ~ profile.total.method ~ ".bas" as total with context %}
Option Explicit
Option Private Module

' What the figures of the form should be: issued targets, points and kinds, the answers as they stand, and the
' functions of this project. "" is a figure that there is not yet.

Private Const MOST_ROWS As Long = 5000

' The rows of the indicators: where both points and a kind were issued.
Public Function IndicatorRows(ByVal issued As Collection) As Collection
    Dim rows As New Collection, row As Long
    For row = {{ funds.LAST_ROW + 1 }} To TotalRow(issued)
        If IsIndicatorRow(issued, row) Then rows.Add row
    Next row
    Set IndicatorRows = rows
End Function

Private Function IsIndicatorRow(ByVal issued As Collection, ByVal row As Long) As Boolean
    IsIndicatorRow = IsFigure(IssuedAt(issued, RefAt(row, {{ columns.POINTS }}))) _
        And Not IsEmpty(IssuedAt(issued, RefAt(row, {{ columns.KIND }})))
End Function

' Behind every form where the registry is damaged and names none.
Public Function TotalRow(ByVal issued As Collection) As Long
    Dim row As Long
    row = {{ funds.LAST_ROW + 1 }}
    Do Until IssuedAt(issued, RefAt(row, {{ columns.LABEL }})) = "{{ words.label.total }}" Or row > MOST_ROWS
        row = row + 1
    Loop
    TotalRow = row
End Function

Public Function ScoreByRule(ByVal form As Object, ByVal issued As Collection, ByVal row As Long) As Variant
    Dim kind As String, answer As Variant, cut As Variant
    kind = IssuedAt(issued, RefAt(row, {{ columns.KIND }}))
    cut = form.Cells(row, {{ columns.DEDUCTION }}).Value
    If kind = "{{ judged }}" Then
        If Not IsBlank(form.Cells(row, {{ columns.ACTUAL }})) Then answer = RatioInTier(form, row)
    Else
        answer = form.Cells(row, {{ columns.ACTUAL }}).Value
    End If
    If IsBlank(form.Cells(row, {{ columns.DEDUCTION }})) Then cut = 0
    ScoreByRule = ""
    If IsFigure(answer) And IsFigure(cut) Then
        ScoreByRule = FigureOrBlank(ZPJ_SCORE(IssuedAt(issued, RefAt(row, {{ columns.TARGET }})), answer, _
            IssuedAt(issued, RefAt(row, {{ columns.POINTS }})), kind, cut))
    End If
End Function

Public Function TotalByRule(ByVal form As Object, ByVal issued As Collection) As Variant
    Dim sum As Double, row As Variant, points As Variant
    TotalByRule = ""
    points = ExecutionByRule(form, issued)
    If Not IsFigure(points) Then Exit Function
    sum = points
    For Each row In IndicatorRows(issued)
        points = ScoreByRule(form, issued, row)
        If Not IsFigure(points) Then Exit Function
        sum = sum + points
    Next row
    TotalByRule = WorksheetFunction.Round({{ total.total("RateByRule(form, issued, " ~ funds.FIRST_ROW ~ ")") }}, {{ profile.rounding.decimals }})
End Function

Public Function GradeByRule(ByVal form As Object, ByVal issued As Collection) As String
    Dim total As Variant
    total = TotalByRule(form, issued)
    If IsFigure(total) Then GradeByRule = ZPJ_GRADE(total)
End Function

Public Function ExecutionByRule(ByVal form As Object, ByVal issued As Collection) As Variant
    ExecutionByRule = FigureOrBlank(ZPJ_EXEC(Amount(form, issued, RefAt({{ funds.FIRST_ROW }}, {{ columns.BUDGET }})), _
        form.Cells({{ funds.FIRST_ROW }}, {{ columns.SPENT }}).Value, _
        IssuedAt(issued, RefAt({{ funds.FIRST_ROW }}, {{ columns.FUND_POINTS }}))))
End Function

' What the overridden cell should hold: a figure by rule, else the formula or the content as issued.
Public Function ExpectedAt(ByVal form As Object, ByVal issued As Collection, ByVal ref As String) As Variant
    Dim row As Long
    row = form.Range(ref).Row
    If ref = ExecutionRef() Or IsTotal(issued, ref) Then
        ExpectedAt = PointsByRule(form, issued, ref)
    ElseIf IsGrade(issued, ref) Then
        ExpectedAt = GradeByRule(form, issued)
    ElseIf row <= {{ funds.LAST_ROW }} And ref = RefAt(row, {{ columns.RATE }}) Then
        ExpectedAt = RateByRule(form, issued, row)
    ElseIf row > {{ funds.LAST_ROW }} And ref = RefAt(row, {{ columns.SCORE }}) Then
        ExpectedAt = ScoreByRule(form, issued, row)
    Else
        ExpectedAt = IssuedAt(issued, ref)
    End If
End Function

Private Function ExecutionRef() As String
    ExecutionRef = RefAt({{ funds.FIRST_ROW }}, {{ columns.FUND_SCORE }})
End Function

' Whether the total stands there, at the foot of the form or in the status box.
Private Function IsTotal(ByVal issued As Collection, ByVal ref As String) As Boolean
    IsTotal = ref = RefAt(TotalRow(issued), {{ columns.TOTAL }}) _
        Or ref = RefAt({{ status.COUNTS_ROW }}, {{ columns.STATUS_TOTAL }})
End Function

Private Function IsGrade(ByVal issued As Collection, ByVal ref As String) As Boolean
    IsGrade = ref = RefAt(TotalRow(issued), {{ columns.GRADE }}) _
        Or ref = RefAt({{ status.RESULT_ROW }}, {{ columns.STATUS_GRADE }})
End Function

' By how many points the form shows more than the rule gives, because of what stands in this cell; "" for none.
Public Function DifferenceAt(ByVal form As Object, ByVal issued As Collection, ByVal ref As String) As Variant
    Dim found As Variant, expected As Variant, scored As String
    DifferenceAt = ""
    scored = ScoredCell(form, issued, ref)
    If scored = "" Then Exit Function
    found = form.Range(scored).Value
    expected = PointsByRule(form, issued, scored)
    If IsFigure(found) And IsFigure(expected) Then
        DifferenceAt = WorksheetFunction.Round(found - expected, {{ profile.rounding.decimals }})
    End If
End Function

' The cell whose points depend on this one: on itself, or as a target, points, a kind or a budget. A formula
' that was typed over depends on nothing any more.
Private Function ScoredCell(ByVal form As Object, ByVal issued As Collection, ByVal ref As String) As String
    Dim row As Long, scored As String
    row = form.Range(ref).Row
    If row = {{ funds.FIRST_ROW }} Then
        If IsOfExecution(form.Range(ref).Column) Then scored = ExecutionRef()
    ElseIf IsTotal(issued, ref) Then
        scored = ref
    ElseIf IsIndicatorRow(issued, row) Then
        If IsOfScore(form.Range(ref).Column) Then scored = RefAt(row, {{ columns.SCORE }})
    End If
    If scored <> "" And scored <> ref Then
        If Not form.Range(scored).HasFormula Then scored = ""
    End If
    ScoredCell = scored
End Function

Private Function IsOfExecution(ByVal column As Long) As Boolean
    Select Case column
        Case {{ columns.BUDGET }}, {{ columns.FUND_POINTS }}, {{ columns.RATE }}, {{ columns.FUND_SCORE }}
            IsOfExecution = True
    End Select
End Function

Private Function IsOfScore(ByVal column As Long) As Boolean
    Select Case column
        Case {{ columns.TARGET }}, {{ columns.POINTS }}, {{ columns.KIND }}, {{ columns.SCORE }}
            IsOfScore = True
    End Select
End Function

Private Function PointsByRule(ByVal form As Object, ByVal issued As Collection, ByVal ref As String) As Variant
    If ref = ExecutionRef() Then
        PointsByRule = ExecutionByRule(form, issued)
    ElseIf IsTotal(issued, ref) Then
        PointsByRule = TotalByRule(form, issued)
    Else
        PointsByRule = ScoreByRule(form, issued, form.Range(ref).Row)
    End If
End Function

Private Function RateByRule(ByVal form As Object, ByVal issued As Collection, ByVal row As Long) As Variant
    RateByRule = FigureOrBlank(ZPJ_RATE(Amount(form, issued, RefAt(row, {{ columns.BUDGET }})), _
        form.Cells(row, {{ columns.SPENT }}).Value))
End Function

' A budget as issued or, where the definition left it open, as filled in.
Private Function Amount(ByVal form As Object, ByVal issued As Collection, ByVal ref As String) As Variant
    Amount = IssuedAt(issued, ref)
    If IsEmpty(Amount) Then Amount = form.Range(ref).Value
End Function

' The ratio, if it lies in the tier that was chosen; "" if not.
Private Function RatioInTier(ByVal form As Object, ByVal row As Long) As Variant
    Dim ratio As Variant, share As Double, holds As Boolean
    ratio = form.Cells(row, {{ columns.RATIO }}).Value
    RatioInTier = ""
    If Not IsFigure(ratio) Then Exit Function
    share = WorksheetFunction.Round(ratio, {{ edge_digits }})
    Select Case CellText(form.Cells(row, {{ columns.TIER }}))
{% for band in profile.tiers %}
        Case "{{ band.tier }}"
            holds = share >= {{ band.low }} And share {{ "<=" if band.high == 1 else "<" }} {{ band.high }}
{% endfor %}
    End Select
    If holds Then RatioInTier = ratio
End Function

Private Function FigureOrBlank(ByVal result As Variant) As Variant
    FigureOrBlank = ""
    If IsFigure(result) Then FigureOrBlank = result
End Function
