Option Explicit
Option Private Module

' The sheet that lists what recheck found.

Private Const HEAD_ROW As Long = 5
Private Const LONGEST As Long = 1000

' A new sheet beside the form with its heading: lines of text, and the head of the table.
Public Function NewResults(ByVal book As Object, ByVal totals As String, ByVal missing As String) As Object
    Dim form As Object, sheet As Object, name As String
    name = FreeName(book)
    Set form = FormOf(book)
    Set sheet = book.Worksheets.Add(After:=form)
    sheet.Name = name
    RememberResults book, name
    sheet.Cells(1, 1).Value = Filled("{{ marks.sheet.title }}", "label", RegistryText(RegistryOf(book), "project"))
    sheet.Cells(1, 1).Font.Bold = True
    sheet.Cells(2, 1).Value = totals
    sheet.Cells(3, 1).Value = missing
{% for key, width in result_columns %}
    sheet.Columns({{ loop.index }}).ColumnWidth = {{ width }}
    sheet.Cells(HEAD_ROW, {{ loop.index }}).Value = "{{ report.column[key] }}"
    sheet.Cells(HEAD_ROW, {{ loop.index }}).Font.Bold = True
{% endfor %}
    Set NewResults = sheet
End Function

' One row of the table: code, place as a link, found, expected, difference in points, what to do.
Public Sub AddResult(ByVal sheet As Object, ByVal number As Long, ByVal texts As Variant)
    Dim row As Long, index As Long
    row = HEAD_ROW + number
    For index = LBound(texts) To UBound(texts)
        ' The apostrophe keeps a formula or a number a text.
        sheet.Cells(row, index + 1).Value = "'" & Left(texts(index), LONGEST)
    Next index
    sheet.Cells(row, 2).Formula = "=HYPERLINK(""#'{{ words.sheet.form }}'!" & texts(1) & """,""" & texts(1) & """)"
    sheet.Range(sheet.Cells(row, 1), sheet.Cells(row, {{ result_columns | length }})).WrapText = True
End Sub

Private Function FreeName(ByVal book As Object) As String
    Dim number As Long
    FreeName = "{{ marks.sheet.name }}"
    number = 1
    Do While HasSheet(book, FreeName)
        number = number + 1
        FreeName = Filled("{{ marks.sheet.another }}", "number", CStr(number))
    Loop
End Function

Private Function HasSheet(ByVal book As Object, ByVal name As String) As Boolean
    Dim sheet As Object
    For Each sheet In book.Worksheets
        If sheet.Name = name Then HasSheet = True
    Next sheet
End Function
