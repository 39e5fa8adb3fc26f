<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>CronSchedule</name>
    <message numerus="yes">
        <source>The schedule has %n field(s), not five</source>
        <translation>
            <numerusform>The schedule has %n field, not five</numerusform>
            <numerusform>The schedule has %n fields, not five</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s), counted from when the controller saw it</source>
        <translation>
            <numerusform>Every hour, counted from when the controller saw it</numerusform>
            <numerusform>Every %n hours, counted from when the controller saw it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s), counted from when the controller saw it</source>
        <translation>
            <numerusform>Every minute, counted from when the controller saw it</numerusform>
            <numerusform>Every %n minutes, counted from when the controller saw it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n second(s), counted from when the controller saw it</source>
        <translation>
            <numerusform>Every second, counted from when the controller saw it</numerusform>
            <numerusform>Every %n seconds, counted from when the controller saw it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>every minute</numerusform>
            <numerusform>every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n hour(s)</source>
        <translation>
            <numerusform>every hour</numerusform>
            <numerusform>every %n hours</numerusform>
        </translation>
    </message>
</context>
</TS>
