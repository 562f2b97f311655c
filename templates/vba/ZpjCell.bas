Option Explicit
Option Private Module

' What the cells given to a function say: a text, a number, a kind.

' What a person would read in the cell; a number with all its digits.
Public Function TextOf(ByVal value As Variant) As String
    Select Case VarType(value)
    Case vbEmpty, vbNull
        TextOf = ""
    Case vbString
        TextOf = Stripped(value)
    Case vbBoolean
        TextOf = IIf(value, "TRUE", "FALSE")
    Case vbDate
        TextOf = Format$(value, "yyyy-mm-dd")
    Case Else
        TextOf = NumberText(CDbl(value))
    End Select
End Function

' The number of a cell that is called what; Empty for a blank. 10, 85% and 1.5 with a unit are numbers.
Public Function NumberOf(ByVal value As Variant, ByVal what As String, ByVal expected As String) As Variant
    Dim text As String, quantity As Variant, isNumber As Boolean
    ' What is left unassigned LibreOffice may take for an object.
    NumberOf = Empty
    text = TextOf(value)
    If text = "" Then Exit Function
    On Error Resume Next
    quantity = ReadActual(text)
    isNumber = (Err.Number = 0)
    On Error GoTo 0
    If Not isNumber Then
        Refuse xlErrValue, FilledIn("{{ message("D07", what="{what}", expected="{expected}", found="{found}") }}", _
            what, expected, text)
    End If
    NumberOf = ValueOf(quantity)
End Function

' The number of a cell that holds no negative ones; Empty for a blank.
Public Function AmountIn(ByVal value As Variant, ByVal what As String) As Variant
    Dim number As Variant
    number = NumberOf(value, what, "{{ expected.number }}")
    If number < 0 Then
        Refuse xlErrNum, FilledIn("{{ message("P08", what="{what}", found="{found}") }}", what, "", TextOf(value))
    End If
    AmountIn = number
End Function

' The kind by its Chinese or its English name; empty where it is to be inferred.
Public Function KindNamed(ByVal value As Variant) As String
    Dim name As String
    name = TextOf(value)
    Select Case UCase$(name)
    Case ""
{% for kind in kinds %}
    Case "{{ kind }}", "{{ kind.name }}"
        KindNamed = "{{ kind }}"
{% endfor %}
    Case Else
        Refuse xlErrValue, FilledIn("{{ message("D04", what=labels.kind, expected="、".join(kinds), found="{found}") }}", _
            "", "", name)
    End Select
End Function

' Refuses every profile but the one these modules were written for.
Public Sub CheckProfile(ByVal value As Variant)
    Dim id As String
    id = TextOf(value)
    If id = "" Or id = "{{ profile.id }}" Then Exit Sub
    Refuse xlErrValue, FilledIn("{{ message("D05", expected=profile.id, found="{found}") }}", "", "", id)
End Sub

' The first error value among cells is the result of all.
Public Sub RefuseErrors(ByVal cells As Variant)
    Dim index As Long, number As Long
    For index = LBound(cells) To UBound(cells)
        number = ErrorNumber(cells(index))
        If number > 0 Then
            Refuse number, FilledIn("{{ message("D06", found=expected.error_value) }}", "", "", ErrorName(number))
        End If
    Next
End Sub

' The number of an error value, or of its name as text; 0 for all else. An unknown one is a wrong value.
Private Function ErrorNumber(ByVal value As Variant) As Long
    If IsError(value) Then
        ErrorNumber = CLng(value)
        If ErrorName(ErrorNumber) = "" Then ErrorNumber = xlErrValue
    ElseIf VarType(value) = vbString Then
        Select Case value
{% for name, number in errors.items() %}
        Case "{{ name }}"
            ErrorNumber = {{ number }}
{% endfor %}
        End Select
    End If
End Function

Private Function ErrorName(ByVal number As Long) As String
    Select Case number
{% for name, number in errors.items() %}
    Case {{ number }}
        ErrorName = "{{ name }}"
{% endfor %}
    End Select
End Function

Private Function FilledIn(ByVal sentence As String, ByVal what As String, ByVal expected As String, _
        ByVal found As String) As String
    FilledIn = Replace(Replace(Replace(sentence, "{what}", what), "{expected}", expected), "{found}", found)
End Function
