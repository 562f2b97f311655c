Option Explicit
Option Private Module

' One function of single cells, applied to ranges as Excel applies its own.

' The result of the function called name: one value, or of ranges the table of its results. A single value, a
' row or a column goes with every row and column of the others.
Public Function EachCell(ByVal name As String, ByVal arguments As Variant) As Variant
    Dim tables() As Variant, results() As Variant, index As Long, row As Long, column As Long
    Dim height As Long, width As Long, isSingle As Boolean
    ReDim tables(0 To UBound(arguments))
    isSingle = True
    height = 1
    width = 1
    For index = 0 To UBound(arguments)
        tables(index) = TableOf(arguments(index))
        If IsArray(arguments(index)) Then isSingle = False
        If UBound(tables(index), 1) > height Then height = UBound(tables(index), 1)
        If UBound(tables(index), 2) > width Then width = UBound(tables(index), 2)
    Next
    If isSingle And height = 1 And width = 1 Then
        EachCell = OneCell(name, Picked(tables, 1, 1))
        Exit Function
    End If
    For index = 0 To UBound(tables)
        If Not Fits(tables(index), height, width) Then
            EachCell = CVErr(xlErrValue)
            Exit Function
        End If
    Next
    ReDim results(1 To height, 1 To width)
    For row = 1 To height
        For column = 1 To width
            results(row, column) = OneCell(name, Picked(tables, row, column))
        Next
    Next
    EachCell = results
End Function

Private Function Fits(ByVal table As Variant, ByVal height As Long, ByVal width As Long) As Boolean
    Fits = (UBound(table, 1) = 1 Or UBound(table, 1) = height) And (UBound(table, 2) = 1 Or UBound(table, 2) = width)
End Function

' The values that meet at row and column, one of each table.
Private Function Picked(ByRef tables() As Variant, ByVal row As Long, ByVal column As Long) As Variant
    Dim values() As Variant, index As Long, r As Long, c As Long
    ReDim values(0 To UBound(tables))
    For index = 0 To UBound(tables)
        r = IIf(UBound(tables(index), 1) = 1, 1, row)
        c = IIf(UBound(tables(index), 2) = 1, 1, column)
        values(index) = tables(index)(r, c)
    Next
    Picked = values
End Function

' An argument as rows and columns from 1: a range, an array of one or two dimensions, a single value.
Private Function TableOf(ByVal argument As Variant) As Variant
    If TypeName(argument) = "Range" Then
        TableOf = RangeTable(argument)
    ElseIf Not IsArray(argument) Then
        TableOf = RowTable(Array(argument))
    ElseIf Dimensions(argument) = 1 Then
        TableOf = RowTable(argument)
    Else
        TableOf = argument
    End If
End Function

Private Function RangeTable(ByVal cells As Object) As Variant
    Dim table() As Variant, row As Long, column As Long, height As Long, width As Long
    height = cells.Rows.Count
    width = cells.Columns.Count
    ReDim table(1 To height, 1 To width)
    For row = 1 To height
        For column = 1 To width
            table(row, column) = CellValue(cells.Cells(row, column))
        Next
    Next
    RangeTable = table
End Function

Private Function RowTable(ByVal list As Variant) As Variant
    Dim table() As Variant, column As Long, before As Long
    before = LBound(list) - 1
    ReDim table(1 To 1, 1 To UBound(list) - before)
    For column = 1 To UBound(table, 2)
        table(1, column) = list(before + column)
    Next
    RowTable = table
End Function

' What the cell holds, with two exceptions. Excel cuts the value of a currency format to four decimals, and
' LibreOffice gives 0 for an error value, which it shows as text (a column too narrow shows nothing but #).
Private Function CellValue(ByVal cell As Object) As Variant
    CellValue = cell.Value
    Select Case VarType(CellValue)
    Case vbCurrency
        CellValue = cell.Value2
    Case vbDouble
        If CellValue = 0 And cell.Text Like "[#][A-Z]*" Then CellValue = cell.Text
    End Select
End Function

Private Function Dimensions(ByVal table As Variant) As Long
    Dim bound As Long
    On Error GoTo counted
    Do
        bound = UBound(table, Dimensions + 1)
        Dimensions = Dimensions + 1
    Loop
counted:
End Function
