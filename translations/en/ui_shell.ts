<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>kaptan::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n tasks are under way and will be cancelled.</source>
        <extracomment>%n tasks that are still running</extracomment>
        <translation>
            <numerusform>%n task is under way and will be cancelled.</numerusform>
            <numerusform>%n tasks are under way and will be cancelled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was set aside as %1 and a new one begun; %n row(s) could be kept.</source>
        <extracomment>%1 is a file, %n are rows of a database</extracomment>
        <translation>
            <numerusform>It was set aside as %1 and a new one begun; %n row could be kept.</numerusform>
            <numerusform>It was set aside as %1 and a new one begun; %n rows could be kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::SidebarButton</name>
    <message numerus="yes">
        <source>%n need attention</source>
        <extracomment>%n things in a pane need a person</extracomment>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::StatusBar</name>
    <message numerus="yes">
        <source>%n deployments</source>
        <extracomment>%n deployments, groups of containers</extracomment>
        <translation>
            <numerusform>%n deployment</numerusform>
            <numerusform>%n deployments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n containers</source>
        <translation>
            <numerusform>%n container</numerusform>
            <numerusform>%n containers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>%n further tasks beside the one that is named</extracomment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pods</source>
        <translation>
            <numerusform>%n pod</numerusform>
            <numerusform>%n pods</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::TopBar</name>
    <message numerus="yes">
        <source>%n unread</source>
        <extracomment>%n notifications were not read yet</extracomment>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::WelcomePage</name>
    <message numerus="yes">
        <source>Look at the %n connections that were found</source>
        <extracomment>%n connections were found, but none can be used</extracomment>
        <translation>
            <numerusform>Look at the connection that was found</numerusform>
            <numerusform>Look at the %n connections that were found</numerusform>
        </translation>
    </message>
</context>
</TS>
