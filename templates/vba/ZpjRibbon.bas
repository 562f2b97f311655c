Option Explicit

' What the buttons of the tab call: Python where it is configured, otherwise the macros of this project, or
' word of what is missing. Excel passes an IRibbonControl; as Object it needs no library.
{% for button in buttons %}

Public Sub {{ button.callback }}(ByVal control As Object)
    If Not PythonRuns("{{ button.command }}") Then {{ button.macro or "TellNeedsPython" }}
End Sub
{% endfor %}

Private Sub TellNeedsPython()
    Dim message As String
    message = "{{ words.needed }}" & vbLf & PythonMissing()
    Tell message, vbExclamation
End Sub

Private Sub TellEngine()
    Dim message As String
    message = "{{ words.engine }}" & ZPJ_ENGINE() & vbLf & PythonMissing() & vbLf & "{{ words.not_needed }}"
    Tell message, vbInformation
End Sub

Private Function PythonMissing() As String
    PythonMissing = "{{ words.missing }}" & vbLf & "{{ words.install | replace('"', '""') }}"
End Function

Private Sub Tell(ByVal message As String, ByVal look As Long)
    MsgBox message, look, "{{ words.title }}"
End Sub
