Option Explicit
Option Private Module

' The overridden cells of a form: found, marked and listed, or put back.

Private Const LONGEST_IN_NOTE As Long = 300

' Mark what is not as issued, list it on a sheet, and say so.
Public Function Rechecked(ByVal book As Object, ByVal lines As Variant, ByVal issued As Collection) As String
    Dim form As Object, overrides As Collection, missing As String, totals As String, said As String
    Set form = FormOf(book)
    Set overrides = OverridesIn(form, lines, issued)
    missing = Filled("{{ told.missing }}", "values", CStr(MissingValues(form, issued)))
    missing = Filled(missing, "reasons", CStr(MissingReasons(form, issued)))
    totals = TotalsText(form, issued)
    If overrides.Count = 0 Then
        said = "{{ told.clean }}"
    Else
        said = Filled("{{ told.overridden }}", "count", CStr(overrides.Count))
        said = Filled(said, "sheet", ListOverrides(book, issued, overrides, totals, missing))
    End If
    Rechecked = said & vbLf & totals & vbLf & missing
End Function

' Put the issued formulas and contents back; how many cells were not as issued.
Public Function RestoredCount(ByVal form As Object, ByVal lines As Variant, ByVal issued As Collection) As Long
    Dim override As Variant, ref As String, content As Variant
    For Each override In OverridesIn(form, lines, issued)
        ref = Mid(override, 5)
        content = issued(ref)
        If Left(override, 3) <> "F04" Then
            form.Range(ref).Formula = content
        ElseIf VarType(content) = vbString Then
            ' The apostrophe keeps a text that looks like a number or a date a text.
            form.Range(ref).Value = "'" & content
        Else
            form.Range(ref).Value = content
        End If
        RestoredCount = RestoredCount + 1
    Next override
End Function

' Code and address, F01 H14, of every cell that is not as issued, in the order of the registry.
Private Function OverridesIn(ByVal form As Object, ByVal lines As Variant, ByVal issued As Collection) As Collection
    Dim overrides As New Collection, index As Long, parts As Variant, code As String
    For index = LBound(lines) To UBound(lines)
        parts = Split(lines(index), vbTab, 3)
        code = DefectOf(form.Range(parts(0)), parts(1), issued(parts(0)))
        If code <> "" Then overrides.Add code & " " & parts(0)
    Next index
    Set OverridesIn = overrides
End Function

' Mark and list the overrides; the name of the sheet. What a cell is worth is asked before any is marked.
Private Function ListOverrides(ByVal book As Object, ByVal issued As Collection, ByVal overrides As Collection, _
        ByVal totals As String, ByVal missing As String) As String
    Dim form As Object, sheet As Object, number As Long, code As String, ref As String
    Dim found As String, expected As String
    Set form = FormOf(book)
    Set sheet = NewResults(book, totals, missing)
    For number = 1 To overrides.Count
        code = Left(overrides(number), 3)
        ref = Mid(overrides(number), 5)
        found = FoundText(form.Range(ref))
        expected = CStr(ExpectedAt(form, issued, ref))
        AddResult sheet, number, Array(code, ref, found, expected, DifferenceText(form, issued, ref), _
            TitleOf(code) & "。" & AdviceOf(code))
        MarkCell book, ref, NoteText(code, found, expected)
    Next number
    form.Activate
    ListOverrides = sheet.Name
End Function

Private Function FoundText(ByVal cell As Object) As String
    If cell.HasFormula Then
        FoundText = cell.Formula
    Else
        FoundText = CellText(cell)
    End If
End Function

Private Function DifferenceText(ByVal form As Object, ByVal issued As Collection, ByVal ref As String) As String
    Dim difference As Variant
    difference = DifferenceAt(form, issued, ref)
    If IsFigure(difference) Then DifferenceText = Format(difference, "+0.00;-0.00;0.00")
End Function

' The total the form shows, that of the rule, and the grade that goes with it.
Private Function TotalsText(ByVal form As Object, ByVal issued As Collection) As String
    Dim text As String
    text = Filled("{{ marks.sheet.total }}", "found", OrNothing(form.Cells(TotalRow(issued), {{ columns.TOTAL }}).Text))
    text = Filled(text, "expected", OrNothing(CStr(TotalByRule(form, issued))))
    TotalsText = Filled(text, "grade", OrNothing(GradeByRule(form, issued)))
End Function

Private Function OrNothing(ByVal text As String) As String
    OrNothing = text
    If text = "" Then OrNothing = "{{ report.none.value }}"
End Function

Private Function NoteText(ByVal code As String, ByVal found As String, ByVal expected As String) As String
    Dim note As String
    note = Filled("{{ marks.note.heading }}", "severity", "{{ report.severity.error }}")
    note = Filled(Filled(note, "code", code), "title", TitleOf(code))
    If found <> "" Then note = note & vbLf & Filled("{{ marks.note.found }}", "found", Left(found, LONGEST_IN_NOTE))
    If expected <> "" Then note = note & vbLf & Filled("{{ marks.note.expected }}", "expected", Left(expected, LONGEST_IN_NOTE))
    NoteText = note & vbLf & AdviceOf(code)
End Function

Private Function TitleOf(ByVal code As String) As String
    Select Case code
{% for entry in findings %}
        Case "{{ entry.code }}"
            TitleOf = "{{ entry.title }}"
{% endfor %}
    End Select
End Function

Private Function AdviceOf(ByVal code As String) As String
    Select Case code
{% for entry in findings %}
        Case "{{ entry.code }}"
            AdviceOf = "{{ entry.advice }}"
{% endfor %}
    End Select
End Function
