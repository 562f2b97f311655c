Option Explicit
Option Private Module

' Python through xlwings: whether it answers, which is found out once in a session, and what it says.

Private Const NOT_ASKED As Long = 0
Private Const ANSWERS As Long = 1
Private Const SILENT As Long = 2

Private python As Long

' Whether Python took the order of a button. False: it is not configured, or could not be started.
Public Function PythonRuns(ByVal order As String) As Boolean
    Dim interpreter As String
    On Error GoTo NotThere
    interpreter = ConfiguredPython()
    If Len(interpreter) = 0 Then Exit Function
    #If Not Mac Then
    ' xlwings says in English that a file is missing, and then that all went well.
    If Not FileExists(interpreter) Then Exit Function
    #End If
    PythonRuns = (RunPython(order) <> -1)
NotThere:
End Function

' Whether to ask Python for what a cell wants to know.
Public Function PythonAnswers() As Boolean
    If python = NOT_ASKED Then python = FirstAnswer()
    PythonAnswers = (python = ANSWERS)
End Function

Private Function FirstAnswer() As Long
    FirstAnswer = SILENT
    #If Mac Then
    ' xlwings has functions in Python on Windows only.
    Exit Function
    #End If
    Dim interpreter As String
    On Error GoTo NotThere
    interpreter = ConfiguredPython()
    If Len(interpreter) = 0 Then Exit Function
    If Not FileExists(interpreter) Then Exit Function
    If Not CellCalls() Then
        FirstAnswer = NOT_ASKED
    ElseIf Not IsNull(AskPython("ZPJ_ENGINE", Array())) Then
        FirstAnswer = ANSWERS
    End If
NotThere:
End Function

' What Python computes, with error values instead of their names. Null: it failed, and is not asked again,
' because every cell would wait for it.
Public Function AskPython(ByVal name As String, ByVal arguments As Variant) As Variant
    AskPython = Null
    If Not CellCalls() Then Exit Function
    On Error GoTo Failed
    AskPython = WithErrorValues(XLPy().CallUDF("{{ module }}", name, arguments, ThisWorkbook, Application.Caller))
    Exit Function
Failed:
    AskPython = Null
    python = SILENT
End Function

' xlwings wants the cell that asks; a macro has none.
Private Function CellCalls() As Boolean
    CellCalls = (TypeName(Application.Caller) = "Range")
End Function

Private Function ConfiguredPython() As String
    #If Mac Then
    ConfiguredPython = GetConfig("INTERPRETER_MAC", "")
    #Else
    ConfiguredPython = GetConfig("INTERPRETER_WIN", "")
    #End If
End Function

' xlwings gives a value, a list where there is one row, a table of lists otherwise.
Private Function WithErrorValues(ByVal result As Variant) As Variant
    Dim table As Variant
    Dim row As Long
    Dim column As Long
    If Not IsArray(result) Then
        WithErrorValues = AsErrorValue(result)
        Exit Function
    End If
    table = result
    For row = LBound(table) To UBound(table)
        If IsTable(table) Then
            For column = LBound(table, 2) To UBound(table, 2)
                table(row, column) = AsErrorValue(table(row, column))
            Next column
        Else
            table(row) = AsErrorValue(table(row))
        End If
    Next row
    WithErrorValues = table
End Function

Private Function IsTable(ByVal list As Variant) As Boolean
    Dim last As Long
    On Error GoTo OneDimension
    last = UBound(list, 2)
    IsTable = True
OneDimension:
End Function

Private Function AsErrorValue(ByVal value As Variant) As Variant
    AsErrorValue = value
    If VarType(value) <> vbString Then Exit Function
    Select Case value
        Case "#VALUE!": AsErrorValue = CVErr(xlErrValue)
        Case "#NUM!": AsErrorValue = CVErr(xlErrNum)
        Case "#N/A": AsErrorValue = CVErr(xlErrNA)
        Case "#DIV/0!": AsErrorValue = CVErr(xlErrDiv0)
        Case "#NAME?": AsErrorValue = CVErr(xlErrName)
        Case "#NULL!": AsErrorValue = CVErr(xlErrNull)
        Case "#REF!": AsErrorValue = CVErr(xlErrRef)
    End Select
End Function
