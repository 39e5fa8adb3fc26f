<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>kaptan::ui::ConnectionsPane</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::NotesCard</name>
    <message numerus="yes">
        <source>%n configuration(s) could not be used</source>
        <extracomment>heading of a list; %n is the number of files or variables</extracomment>
        <translation>
            <numerusform>%n configuration could not be used</numerusform>
            <numerusform>%n configurations could not be used</numerusform>
        </translation>
    </message>
</context>
</TS>
