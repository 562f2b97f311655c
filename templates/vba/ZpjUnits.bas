Option Explicit
Option Private Module

' Units and scales: what stands behind a number.

Public Const UNIT_NAME As Long = 0
Public Const UNIT_DIMENSION As Long = 1
Public Const UNIT_NUMERATOR As Long = 2
Public Const UNIT_DENOMINATOR As Long = 3
' Names a period where no comparator says otherwise; says by "within" that it is a limit.
Public Const UNIT_IS_PERIOD As Long = 4
Public Const UNIT_IS_DURATION As Long = 5

' The convertible unit that text begins with at start, the longest there is; Empty if none.
Public Function LeadingUnit(ByVal text As String, ByVal start As Long) As Variant
    Static known As String
    Dim length As Long, name As String, found As Long
    ' What is left unassigned LibreOffice may take for an object.
    LeadingUnit = Empty
    If known = "" Then known = KnownUnits()
    For length = {{ longest_unit }} To 1 Step -1
        name = Mid$(text, start, length)
        found = 0
        If Len(name) = length Then found = InStr(1, known, "|" & name & " ", vbBinaryCompare)
        If found > 0 And IsWhole(name, Mid$(text, start + length, 1)) Then
            LeadingUnit = Split(Mid$(known, found + 1, InStr(found + 1, known, "|") - found - 1), " ")
            Exit Function
        End If
    Next
End Function

' Whether letters are a unit, and do not make a word of the number they stand beside.
Public Function IsSymbol(ByVal letters As String) As Boolean
    Dim unit As Variant
    unit = LeadingUnit(letters, 1)
    If Not IsEmpty(unit) Then IsSymbol = (unit(UNIT_NAME) = letters)
End Function

' The power of ten a scale stands for; 0 for none.
Public Function ScalePower(ByVal word As String) As Long
    Select Case word
{% for word, power in scales.items() %}
    Case "{{ word }}"
        ScalePower = {{ power }}
{% endfor %}
    End Select
End Function

' A unit in Latin letters ends where the letters end.
Private Function IsWhole(ByVal name As String, ByVal after As String) As Boolean
    IsWhole = True
    If name Like "[A-Za-z]*" Then IsWhole = Not (after Like "[A-Za-z0-9]")
End Function

Private Function KnownUnits() As String
    Dim text As String
{% for units_of_one in units.values() %}
{% for few in units_of_one | batch(12) %}
    text = text
{%- for unit in few %}
 & "|{{ unit.name }} {{ unit.dimension }} {{ unit.factor.numerator }} {{ unit.factor.denominator }}
{%- set flags = unit.is_period | int ~ " " ~ unit.is_duration | int %} {{ flags }}"
{%- endfor %}

{% endfor %}
{% endfor %}
    KnownUnits = text & "|"
End Function
