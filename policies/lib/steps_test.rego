package threatvet.lib.steps_test

import data.threatvet.lib.steps

test_one if steps.words(1) == "one step"

test_several if steps.words(4) == "4 steps"
