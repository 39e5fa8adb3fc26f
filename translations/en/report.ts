<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Report</name>
    <message numerus="yes">
        <source>of %n that ended</source>
        <extracomment>below the success rate of deployments: those that ended</extracomment>
        <translation>
            <numerusform>of %n that ended</numerusform>
            <numerusform>of %n that ended</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n health check(s)</source>
        <translation>
            <numerusform>%n health check</numerusform>
            <numerusform>%n health checks</numerusform>
        </translation>
    </message>
</context>
</TS>
