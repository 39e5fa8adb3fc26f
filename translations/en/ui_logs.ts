<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>kaptan::ui::LogView</name>
    <message numerus="yes">
        <source>%n new line(s) ↓</source>
        <extracomment>Button at the bottom of a log that does not follow; leads to the end</extracomment>
        <translation>
            <numerusform>%n new line ↓</numerusform>
            <numerusform>%n new lines ↓</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::LogsPane</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <extracomment>Number of lines of a log that are kept</extracomment>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <extracomment>Number of lines that match a search</extracomment>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused · %Ln came since</source>
        <extracomment>%Ln lines that were on the way came after reading was paused</extracomment>
        <translation>
            <numerusform>Paused · %Ln came since</numerusform>
            <numerusform>Paused · %Ln came since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) dropped</source>
        <extracomment>Old lines that went because the buffer is full</extracomment>
        <translation>
            <numerusform>%Ln line dropped</numerusform>
            <numerusform>%Ln lines dropped</numerusform>
        </translation>
    </message>
</context>
</TS>
