<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>EngineFlow</name>
    <message numerus="yes">
        <source>not ready after %n second(s)</source>
        <translation>
            <numerusform>not ready after %n second</numerusform>
            <numerusform>not ready after %n seconds</numerusform>
        </translation>
    </message>
</context>
</TS>
