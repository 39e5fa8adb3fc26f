<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>Error</name>
    <message>
        <source>%1 does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody answers at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this user may not open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 closed the connection in the middle of its answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the proxy on the way to %1 refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer as an HTTP server does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 sent more than an answer may hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the engine: systemctl --user start podman.socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, or start the engine: sudo systemctl start docker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is not running. Start it: systemctl --user start podman.socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is not running. Start it: sudo systemctl start docker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The socket belongs to another user. Use your own: systemctl --user start podman.socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join the group that owns the socket and log in again: sudo usermod -aG docker $USER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the server runs and the network reaches it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy’s address and whether it allows this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address is that of a container engine and not of another service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something other than a container engine may be listening there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an amount of CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write cores (1.5) or thousandths of one (250m).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is more than any machine has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number and a unit: 512Mi, 1.5Gi, 100M.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an amount of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a unit of memory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tr</name>
    <message>
        <source>the certificate of %1 was not accepted: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server answered %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine says: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the %1 from %2 cannot be read: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the %1 from %2 cannot be read at byte %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a field, %2 what is wrong with it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not possible here: %2</source>
        <extracomment>%1 is what was asked for, %2 the reason</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not %1: %2.</source>
        <extracomment>%1 is what was being done (&quot;list containers&quot;), %2 the reason</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not %1 %2: %3.</source>
        <extracomment>%1 is what was being done (&quot;remove container&quot;), %2 the object&apos;s name, %3 the reason</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address, the date of this machine and the certificate authority that is configured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the credentials of this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has a problem of its own; its log says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address is that of a container engine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the address is that of a container engine and that nothing on the way changes its answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path, its permissions and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the read-only mark from the connection to allow it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
