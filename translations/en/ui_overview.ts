<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>kaptan::ui::OverviewPane</name>
    <message numerus="yes">
        <source>%n workload(s), %1 of %2 instances ready</source>
        <extracomment>%1 of %2 instances are ready; %n are workloads</extracomment>
        <translation>
            <numerusform>%n workload, %1 of %2 instances ready</numerusform>
            <numerusform>%n workloads, %1 of %2 instances ready</numerusform>
        </translation>
    </message>
</context>
</TS>
