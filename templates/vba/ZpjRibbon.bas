Option Explicit

' What the buttons of the tab call: Python where it is configured, otherwise the macros of this project, or
' a message about what is missing. Excel passes an IRibbonControl; as Object it needs no library.
{% for button in buttons %}

Public Sub {{ button.callback }}(ByVal control As Object)
    If Not PythonRuns("{{ button.command }}") Then {{ button.macro or "ShowPythonNeeded" }}
End Sub
{% endfor %}

Private Sub ShowPythonNeeded()
    Dim message As String
    message = "{{ words.needed }}" & vbLf & PythonMissing()
    Show message, vbExclamation
End Sub

Private Sub ShowEngine()
    Dim message As String
    message = "{{ words.engine }}" & ZPJ_ENGINE() & vbLf & PythonMissing() & vbLf & "{{ words.not_needed }}"
    Show message, vbInformation
End Sub

Private Function PythonMissing() As String
    PythonMissing = "{{ words.missing }}" & vbLf & "{{ words.install | replace('"', '""') }}"
End Function

Private Sub Show(ByVal message As String, ByVal look As Long)
    MsgBox message, look, "{{ words.title }}"
End Sub
