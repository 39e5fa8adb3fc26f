<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ClusterLifecycle</name>
    <message numerus="yes">
        <source>not ready after %n minutes</source>
        <translation>
            <numerusform>not ready after %n minute</numerusform>
            <numerusform>not ready after %n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
