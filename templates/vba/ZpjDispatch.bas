Option Explicit

' The functions as cells call them: Python computes where it is configured and answers, this project otherwise.
{% for function in functions %}

Public Function {{ function.name }}({{ function.parameters }}) As Variant
    Dim answer As Variant
    answer = Null
    If PythonAnswers() Then answer = AskPython("{{ function.name }}", Array({{ function.arguments }}))
    If IsNull(answer) Then answer = {{ function.own }}({{ function.arguments }})
    {{ function.name }} = answer
End Function
{% endfor %}
