Option Explicit

' The buttons of the form. Each says in one message what came of it, and leaves protection as it found it.

Public Sub ZPJ_Recheck()
    Press "recheck"
End Sub

Public Sub ZPJ_Restore()
    Press "restore"
End Sub

Public Sub ZPJ_ClearMarks()
    Press "clear"
End Sub

' Selects the next marked cell; after the last comes the first.
Public Sub ZPJ_NextFinding()
    Dim book As Object, form As Object, marked As Collection
    On Error GoTo Failed
    Set book = FormBook()
    If book Is Nothing Then
        Tell "{{ told.not_a_form }}"
        Exit Sub
    End If
    Set form = FormOf(book)
    Set marked = MarkedCells(book)
    If marked.Count = 0 Then
        Tell "{{ told.no_marks }}"
    Else
        form.Activate
        form.Range(NextOf(form, marked)).Select
    End If
    Exit Sub
Failed:
    Tell Filled("{{ told.failed }}", "error", Err.Description)
End Sub

Private Sub Press(ByVal button As String)
    Dim book As Object, said As String
    On Error GoTo Failed
    Set book = FormBook()
    If book Is Nothing Then
        said = "{{ told.not_a_form }}"
    ElseIf Not LiftProtection(book) Then
        said = "{{ told.locked }}"
    Else
        Application.ScreenUpdating = False
        ' A program may show stored results, or calculate only when told to.
        Application.Calculate
        said = Outcome(book, button)
    End If
Ending:
    PutProtectionBack
    Application.ScreenUpdating = True
    Tell said
    Exit Sub
Failed:
    said = Filled("{{ told.failed }}", "error", Err.Description)
    Resume Ending
End Sub

Private Function Outcome(ByVal book As Object, ByVal button As String) As String
    Dim lines As Variant, issued As Collection
    If button = "clear" Then
        Outcome = Counted("{{ told.cleared }}", MarkedCells(book).Count, "{{ told.nothing_to_clear }}")
        RemoveMarks book
        Exit Function
    End If
    lines = IssuedLines(book)
    If UBound(lines) < 0 Then
        Outcome = "{{ told.not_a_form }}"
        Exit Function
    End If
    Set issued = IssuedContents(lines)
    If WasMoved(FormOf(book), lines, issued) Then
        Outcome = "{{ told.moved }}"
        Exit Function
    End If
    ' What an earlier recheck marked may be no longer so.
    RemoveMarks book
    If button = "recheck" Then
        Outcome = Rechecked(book, lines, issued)
    Else
        Outcome = Counted("{{ told.restored }}", RestoredCount(FormOf(book), lines, issued), "{{ told.nothing_to_restore }}")
    End If
End Function

Private Function Counted(ByVal text As String, ByVal count As Long, ByVal none As String) As String
    Counted = none
    If count > 0 Then Counted = Filled(text, "count", CStr(count))
End Function

Private Function NextOf(ByVal form As Object, ByVal marked As Collection) As String
    Dim ref As Variant
    NextOf = marked(1)
    For Each ref In marked
        If ReadingOrder(form.Range(ref)) > ReadingOrder(ActiveCell) Then
            NextOf = ref
            Exit Function
        End If
    Next ref
End Function

Private Function ReadingOrder(ByVal cell As Object) As Long
    ReadingOrder = cell.Row * 1000 + cell.Column
End Function

Private Sub Tell(ByVal text As String)
    MsgBox text, vbInformation, "{{ told.title }}"
End Sub
