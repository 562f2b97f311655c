"""zpj: the domain of 项目支出绩效自评 (project expenditure performance self-evaluation).

Standard library only. What is here knows the rules and the form, but no file format: workbooks are
written by ``generator``, typed forms are read by ``intake``.
"""
