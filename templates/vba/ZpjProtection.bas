Option Explicit
Option Private Module

' Protection off for the work of a macro, and on again just as it was.

' What was opened: a sheet, or the book, its password, and how it was protected.
Private opened As Collection

' Open the form, the hidden sheet and the structure of the book; False where the password is not known.
Public Function LiftProtection(ByVal book As Object) As Boolean
    Dim word As String
    Set opened = New Collection
    word = RegistryText(RegistryOf(book), "unlock")
    If Not OpenSheet(FormOf(book), word) Then Exit Function
    If Not OpenSheet(RegistryOf(book), word) Then Exit Function
    LiftProtection = OpenBook(book, word)
End Function

' Protect again what was opened.
Public Sub PutProtectionBack()
    Dim entry As Variant
    If opened Is Nothing Then Exit Sub
    ' It is the last step of every path, that of an error too, and must not raise another.
    On Error Resume Next
    For Each entry In opened
        If UBound(entry) = 1 Then
            entry(0).Protect entry(1), True
        Else
            ProtectSheet entry(0), entry(1), entry(2)
        End If
    Next entry
    Set opened = Nothing
End Sub

' Where the password is not the one given, the user is asked, and the answer is good for the rest.
Private Function OpenSheet(ByVal sheet As Object, ByRef word As String) As Boolean
    Dim allowed As Variant
    OpenSheet = True
    If Not sheet.ProtectContents Then Exit Function
    allowed = Allowances(sheet)
    TryWord sheet, word
    If sheet.ProtectContents Then
        word = InputBox("{{ told.ask }}", "{{ told.title }}")
        TryWord sheet, word
    End If
    OpenSheet = Not sheet.ProtectContents
    If OpenSheet Then opened.Add Array(sheet, word, allowed)
End Function

Private Function OpenBook(ByVal book As Object, ByVal word As String) As Boolean
    OpenBook = True
    If Not book.ProtectStructure Then Exit Function
    TryWord book, word
    OpenBook = Not book.ProtectStructure
    If OpenBook Then opened.Add Array(book, word)
End Function

Private Sub TryWord(ByVal closed As Object, ByVal word As String)
    ' A wrong password is an error; without any, Excel would ask in a dialog of its own.
    On Error Resume Next
    If word <> "" Then closed.Unprotect word
End Sub

' Objects, scenarios, and what is allowed while protected, in the order in which Protect takes them.
Private Function Allowances(ByVal sheet As Object) As Variant
    Dim allowed(0 To {{ allowances | length + 1 }}) As Boolean
    ' LibreOffice knows no Protection.
    On Error Resume Next
    allowed(0) = sheet.ProtectDrawingObjects
    allowed(1) = sheet.ProtectScenarios
{% for name in allowances %}
    allowed({{ loop.index + 1 }}) = sheet.Protection.{{ name }}
{% endfor %}
    Allowances = allowed
End Function

Private Sub ProtectSheet(ByVal sheet As Object, ByVal word As String, ByVal allowed As Variant)
    On Error Resume Next
    sheet.Protect word, allowed(0), True, allowed(1), False{% for name in allowances %}, allowed({{ loop.index + 1 }}){% endfor %}

    ' LibreOffice takes no allowances.
    If Not sheet.ProtectContents Then sheet.Protect word, allowed(0), True, allowed(1)
End Sub
