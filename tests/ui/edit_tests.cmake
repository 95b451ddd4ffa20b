# SPDX-License-Identifier: GPL-3.0-or-later
# The tests of src/ui/edit and src/ui/review; included by CMakeLists.txt.
foreach(name tst_changerows tst_conflictdialog tst_edithistory tst_editorpane tst_editplaintext tst_extrainfoeditor tst_fieldeditors
        tst_labelseditor tst_linediff tst_modelform)
    modelscribe_add_test(${name} modelscribe_ui)
endforeach()
modelscribe_add_test(tst_documentpreview modelscribe_ui modelscribe_testing)
modelscribe_add_test(tst_extrainfosaved modelscribe_ui modelscribe_localregistry)
modelscribe_add_test(tst_reviewdialog modelscribe_ui modelscribe_localregistry)
modelscribe_add_test(tst_reviewflow modelscribe_ui modelscribe_session_testing)
modelscribe_add_test(tst_reviewtrouble modelscribe_ui modelscribe_session_testing)
modelscribe_add_test(tst_savetablewindow modelscribe_ui modelscribe_session_testing)
target_sources(ui_tst_savetablewindow PRIVATE windowtrial.cpp windowtrial.h)

# No tests: "editpictures DIR" and its like save pictures to look at.
add_executable(editpictures EXCLUDE_FROM_ALL editpictures.cpp)
target_link_libraries(editpictures PRIVATE Qt6::Test modelscribe_ui)
add_executable(draftpictures EXCLUDE_FROM_ALL draftpictures.cpp)
target_link_libraries(draftpictures PRIVATE Qt6::Test modelscribe_ui modelscribe_localregistry)
add_executable(reviewpictures EXCLUDE_FROM_ALL reviewpictures.cpp)
target_link_libraries(reviewpictures PRIVATE Qt6::Test modelscribe_ui modelscribe_session_testing)
