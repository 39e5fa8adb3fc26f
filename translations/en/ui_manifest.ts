<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>kaptan::ui::TenancyDialog</name>
    <message numerus="yes">
        <source>Makes %n object(s)</source>
        <translation>
            <numerusform>Makes %n object</numerusform>
            <numerusform>Makes %n objects</numerusform>
        </translation>
    </message>
</context>
</TS>
