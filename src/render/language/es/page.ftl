# Headings, the page, the form. The glossary stands in terms.ftl.

## Headings and what stands around the answer.
page-title = Mega backdoor Roth: { $plan }
page-skip = Ir a la respuesta
head-why = Por qué
head-room = Cuánto queda
head-bar = Cómo se reparte el límite
head-line = Concepto
head-amount = Importe
head-deferrals = Lo que puede aplazar
head-routes = Vías a Roth
head-steps = Pasos
head-taxes = Impuestos
head-forms = Declaración
head-clocks = Períodos de cinco años
head-warnings = Advertencias
head-pitfalls = Riesgos a tener en cuenta
head-events = Qué pasa si
head-ways = Otras formas de ahorrar este año
head-order = El orden habitual de ahorro
note-order = Es lo que se suele hacer; lo que le conviene puede ser distinto.
head-questions = Pregunte al administrador del plan
head-wanted = Datos suyos que precisarían esta respuesta
head-assumptions = Lo que esta respuesta da por supuesto
head-law = Base legal
note-disclaimer = Esto es información, no asesoramiento.
note-made-by = Hecho con planlint { $version }.
note-plan-year = Año del plan del { $from } al { $to }
bar-text = Del límite de { $limit }, aún pueden aportarse { $remaining } después de impuestos.
bar-deferrals = Aplazamientos
bar-match = Aportación equivalente (match)
bar-nonelective = Otro dinero del empleador
bar-related = Otros planes
bar-after-tax = Después de impuestos hasta ahora
bar-room = Margen después de impuestos
bar-unused = No utilizable
