Option Explicit
Option Private Module

' Coloured cells with notes. What was there before is remembered on the hidden sheet, so that clearing works
' in another session too.

Private Const MARK As String = "mark"
Private Const RESULTS As String = "results"

' Colour the cell, and add the note to the one that may be there.
Public Sub MarkCell(ByVal book As Object, ByVal ref As String, ByVal note As String)
    Dim cell As Object, before As String
    Set cell = FormOf(book).Range(ref)
    If Not cell.Comment Is Nothing Then before = cell.Comment.Text
    RememberText RegistryOf(book), MARK, _
        Join(Array(ref, CStr(cell.Interior.ColorIndex), CStr(cell.Interior.Color), before), vbTab)
    cell.Interior.Color = RGB({{ rgb | join(", ") }})
    PutNote cell, before, note
End Sub

Public Sub RememberResults(ByVal book As Object, ByVal name As String)
    RememberText RegistryOf(book), RESULTS, name
End Sub

' The addresses of the marked cells, row by row from the left.
Public Function MarkedCells(ByVal book As Object) As Collection
    Dim marked As New Collection, row As Long, registry As Object
    Set registry = RegistryOf(book)
    For row = 1 To LastRegistryRow(registry)
        If registry.Cells(row, 1).Value = MARK Then marked.Add Split(registry.Cells(row, 2).Value, vbTab)(0)
    Next row
    Set MarkedCells = marked
End Function

' Put back what the marks covered, and delete the result sheet.
Public Sub RemoveMarks(ByVal book As Object)
    Dim row As Long, registry As Object
    Set registry = RegistryOf(book)
    For row = LastRegistryRow(registry) To 1 Step -1
        Select Case registry.Cells(row, 1).Value
            Case MARK
                Unmark FormOf(book), Split(registry.Cells(row, 2).Value, vbTab, 4)
            Case RESULTS
                DeleteSheet book, registry.Cells(row, 2).Value
            Case Else
                Exit For
        End Select
        registry.Range(registry.Cells(row, 1), registry.Cells(row, 2)).ClearContents
    Next row
End Sub

Private Sub PutNote(ByVal cell As Object, ByVal before As String, ByVal note As String)
    ' A conversation of Excel 365 takes no note: the colour and the result sheet have to do.
    On Error Resume Next
    If before = "" Then
        cell.AddComment note
    Else
        cell.Comment.Text before & vbLf & vbLf & note
    End If
    ' In points; Excel's own box shows four lines.
    cell.Comment.Shape.Width = 280
    cell.Comment.Shape.Height = 110
End Sub

Private Sub Unmark(ByVal form As Object, ByVal told As Variant)
    Dim cell As Object
    Set cell = form.Range(told(0))
    If CLng(told(1)) = xlNone Then
        cell.Interior.ColorIndex = xlNone
    Else
        cell.Interior.Color = CLng(told(2))
    End If
    TakeNote cell, told(3)
End Sub

Private Sub TakeNote(ByVal cell As Object, ByVal before As String)
    ' As in PutNote; and somebody may have deleted the note already.
    On Error Resume Next
    If before = "" Then
        cell.Comment.Delete
    ElseIf cell.Comment Is Nothing Then
        cell.AddComment before
    Else
        cell.Comment.Text before
    End If
End Sub

Private Sub DeleteSheet(ByVal book As Object, ByVal name As String)
    ' Somebody may have deleted it already.
    On Error Resume Next
    Application.DisplayAlerts = False
    book.Worksheets(name).Delete
    Application.DisplayAlerts = True
End Sub
