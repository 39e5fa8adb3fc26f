<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Cluster</name>
    <message numerus="yes">
        <source> and %n more</source>
        <extracomment>after some names: so many more</extracomment>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ClusterPane</name>
    <message numerus="yes">
        <source>Remove %n image(s)</source>
        <translation>
            <numerusform>Remove %n image</numerusform>
            <numerusform>Remove %n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n image</numerusform>
            <numerusform>%n images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) removed.</source>
        <translation>
            <numerusform>%n image removed.</numerusform>
            <numerusform>%n images removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n volume(s)</source>
        <translation>
            <numerusform>Remove %n volume</numerusform>
            <numerusform>Remove %n volumes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) with all data</source>
        <translation>
            <numerusform>%n volume with all data</numerusform>
            <numerusform>%n volumes with all data</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n volume(s) removed.</source>
        <translation>
            <numerusform>%n volume removed.</numerusform>
            <numerusform>%n volumes removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n network(s)</source>
        <translation>
            <numerusform>Remove %n network</numerusform>
            <numerusform>Remove %n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s)</source>
        <translation>
            <numerusform>%n network</numerusform>
            <numerusform>%n networks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n network(s) removed.</source>
        <translation>
            <numerusform>%n network removed.</numerusform>
            <numerusform>%n networks removed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::EngineOverview</name>
    <message numerus="yes">
        <source>%1 of %n core(s)</source>
        <translation>
            <numerusform>%1 of %n core</numerusform>
            <numerusform>%1 of %n cores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>running of %n</source>
        <extracomment>so many containers run, of all there are</extracomment>
        <translation>
            <numerusform>running of %n</numerusform>
            <numerusform>running of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n marker(s) in which Kaptan keeps its deployments</source>
        <extracomment>containers that Kaptan keeps, created and never started, to remember its deployments</extracomment>
        <translation>
            <numerusform>and %n marker in which Kaptan keeps its deployments</numerusform>
            <numerusform>and %n markers in which Kaptan keeps its deployments</numerusform>
        </translation>
    </message>
</context>
</TS>
