<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>%n CPU</numerusform>
            <numerusform>%n CPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n old pods are left</source>
        <translation>
            <numerusform>%n old pod is left</numerusform>
            <numerusform>%n old pods are left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the newest %n are shown; --limit shows more.</source>
        <translation>
            <numerusform>Only the newest %n is shown; --limit shows more.</numerusform>
            <numerusform>Only the newest %n are shown; --limit shows more.</numerusform>
        </translation>
    </message>
</context>
</TS>
