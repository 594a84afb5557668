# Questions are asked in English as the plan language has them, beside each election in src/plan/. There are none here.
