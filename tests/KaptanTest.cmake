add_custom_target(kaptan_unit_tests)

# kaptan_add_tests(core LINK core LABEL unit): every tst_*.cpp beside the caller becomes one program and one CTest
# entry "<room>/tst_x". Labels: unit (no engine, also under the sanitizers), gui (offscreen window), engine (genuine
# Docker and Podman, see tests/testbed), kube (the genuine cluster of tests/testbed/kube.sh), keychain (a D-Bus session with a keyring), house (reads the tree itself).
# Other .cpp and .h files beside them are shared. UNDER names a program that runs the test with what it needs around it.
function(kaptan_add_tests ROOM)
    cmake_parse_arguments(T "" "LABEL;TIMEOUT;UNDER" "LINK" ${ARGN})
    if(NOT T_LABEL)
        set(T_LABEL unit)
    endif()
    if(NOT T_TIMEOUT)
        set(T_TIMEOUT 600) # of what hangs: a busy machine is no failure
    endif()
    math(EXPR MILLISECONDS "${T_TIMEOUT} * 1000") # Qt's own limit of a function is five minutes
    file(GLOB TESTS CONFIGURE_DEPENDS tst_*.cpp)
    file(GLOB SHARED CONFIGURE_DEPENDS *.cpp *.h)
    list(FILTER SHARED EXCLUDE REGEX "/tst_[^/]*$")
    foreach(FILE IN LISTS TESTS)
        get_filename_component(NAME ${FILE} NAME_WE)
        set(TARGET ${ROOM}_${NAME})
        add_executable(${TARGET} ${FILE} ${SHARED})
        set_target_properties(${TARGET} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
        target_link_libraries(${TARGET} PRIVATE kaptan_options kaptan_test_place Qt6::Test)
        if(T_LINK MATCHES "ui_" OR T_LINK MATCHES "Widgets")
            kaptan_use_pch(${TARGET} widgets)
        else()
            kaptan_use_pch(${TARGET} core)
        endif()
        foreach(DEPENDENCY IN LISTS T_LINK)
            if(TARGET kaptan_${DEPENDENCY})
                target_link_libraries(${TARGET} PRIVATE kaptan_${DEPENDENCY})
            else()
                target_link_libraries(${TARGET} PRIVATE ${DEPENDENCY})
            endif()
        endforeach()
        if(T_LABEL STREQUAL "unit")
            add_dependencies(kaptan_unit_tests ${TARGET}) # what the sanitizers run
        endif()
        add_test(NAME ${ROOM}/${NAME} COMMAND ${T_UNDER} $<TARGET_FILE:${TARGET}>)
        set_tests_properties(${ROOM}/${NAME} PROPERTIES LABELS ${T_LABEL} TIMEOUT ${T_TIMEOUT}
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=${MILLISECONDS}")
    endforeach()
endfunction()
