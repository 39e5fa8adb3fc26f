<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>kaptan::ui::ReportsPane</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n table(s) were saved into %1</source>
        <extracomment>%n files, %1 a folder</extracomment>
        <translation>
            <numerusform>%n table was saved into %1</numerusform>
            <numerusform>%n tables were saved into %1</numerusform>
        </translation>
    </message>
</context>
</TS>
