<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>ClusterLifecycle</name>
    <message>
        <source>it is not there any more</source>
        <translation>artık yok</translation>
    </message>
    <message>
        <source>the server does not know this kind</source>
        <translation>sunucu bu türü tanımıyor</translation>
    </message>
    <message>
        <source>a cluster has no “start”</source>
        <translation>kümelerde “başlat” diye bir işlem yok</translation>
    </message>
    <message>
        <source>Scale it to the replicas that it ought to have.</source>
        <translation>Olması gereken replika sayısına ölçekleyin.</translation>
    </message>
    <message>
        <source>a cluster has no “stop”</source>
        <translation>kümelerde “durdur” diye bir işlem yok</translation>
    </message>
    <message>
        <source>Scale it to 0 replicas.</source>
        <translation>0 replikaya ölçekleyin.</translation>
    </message>
    <message>
        <source>the cluster replaces missing pods by itself</source>
        <translation>küme eksik pod&apos;ları kendisi yeniden oluşturur</translation>
    </message>
    <message>
        <source>it has no template that could be rolled out again</source>
        <translation>yeniden dağıtılabilecek bir şablonu yok</translation>
    </message>
    <message>
        <source>Delete its pods: an owner makes new ones.</source>
        <translation>Pod&apos;larını silin: sahibi yenilerini oluşturur.</translation>
    </message>
    <message>
        <source>Replicas</source>
        <translation>Replikalar</translation>
    </message>
    <message>
        <source>%1 cannot be used</source>
        <translation>%1 kullanılamaz</translation>
    </message>
    <message>
        <source>Use a number from 0 to %1.</source>
        <translation>0 ile %1 arasında bir sayı kullanın.</translation>
    </message>
    <message numerus="yes">
        <source>not ready after %n minutes</source>
        <translation>
            <numerusform>%n dakika sonra hazır değil</numerusform>
        </translation>
    </message>
    <message>
        <source>The cluster goes on trying. Look at its pods, their events and logs.</source>
        <translation>Küme denemeyi sürdürüyor. Pod&apos;larına, olaylarına ve loglarına bakın.</translation>
    </message>
    <message>
        <source>it was deleted meanwhile</source>
        <translation>bu arada silindi</translation>
    </message>
    <message>
        <source>%1 of %2 ready</source>
        <translation>%2 içinden %1 hazır</translation>
    </message>
</context>
<context>
    <name>ClusterLogs</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>the pod is not there any more</source>
        <translation>pod artık yok</translation>
    </message>
</context>
<context>
    <name>ClusterWorkloads</name>
    <message>
        <source>A DaemonSet runs one pod on each node that it selects.</source>
        <translation>DaemonSet, seçtiği her node&apos;da bir pod çalıştırır.</translation>
    </message>
    <message>
        <source>A job runs as often as it says; it has no replicas.</source>
        <translation>Job, kendi tanımındaki kadar çalışır; replikası yoktur.</translation>
    </message>
    <message>
        <source>%1 “%2” decides about its replicas.</source>
        <translation>Replikalarına %1 “%2” karar verir.</translation>
    </message>
    <message>
        <source>A pod on its own has no replicas.</source>
        <translation>Tek başına bir pod&apos;un replikası olmaz.</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>read the log of</source>
        <translation>logunu okuma</translation>
    </message>
</context>
</TS>
