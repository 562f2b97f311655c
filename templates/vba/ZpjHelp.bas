Option Explicit

' The category of the functions and their help in Excel's function wizard.
Public Sub Auto_Open()
    ' The functions work without help as well: an Excel that takes none opens the add-in all the same.
    On Error Resume Next
{% for function in functions %}
    Describe "{{ function.name }}", "{{ function.text }}", Array({% for each in function.arguments %}{{ ", " if not loop.first }}"{{ each }}"{% endfor %})
{% endfor %}
End Sub

Private Sub Describe(ByVal name As String, ByVal text As String, ByVal arguments As Variant)
    Dim macro As String
    macro = "'" & ThisWorkbook.Name & "'!" & name
    If UBound(arguments) < LBound(arguments) Then
        Application.MacroOptions Macro:=macro, Description:=text, Category:="{{ category }}"
    Else
        Application.MacroOptions Macro:=macro, Description:=text, Category:="{{ category }}", _
            ArgumentDescriptions:=arguments
    End If
End Sub
