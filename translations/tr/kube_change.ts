<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>KubeAdmin</name>
    <message>
        <source>The effect has to be one of: %1.</source>
        <extracomment>of a taint; %1 is a list of API words</extracomment>
        <translation>Etki şunlardan biri olmalı: %1.</translation>
    </message>
    <message>
        <source>A key can stand only once with the same effect.</source>
        <translation>Bir anahtar aynı etkiyle yalnızca bir kez bulunabilir.</translation>
    </message>
    <message>
        <source>its rollout is paused</source>
        <translation>rollout’u duraklatılmış</translation>
    </message>
    <message>
        <source>Resume it first.</source>
        <translation>Önce sürdürün.</translation>
    </message>
    <message>
        <source>the server does not know this kind</source>
        <translation>sunucu bu türü tanımıyor</translation>
    </message>
</context>
<context>
    <name>KubeDeletion</name>
    <message>
        <source>the namespace controller clears it when everything in the namespace is gone</source>
        <translation>namespace’teki her şey silinince namespace controller’ı kaldırır</translation>
    </message>
    <message>
        <source>the cluster clears it when no pod uses the claim any more</source>
        <translation>claim’i artık hiçbir pod kullanmayınca küme kaldırır</translation>
    </message>
    <message>
        <source>the cluster clears it when no claim is bound to the volume any more</source>
        <translation>volume’e artık hiçbir claim bağlı olmayınca küme kaldırır</translation>
    </message>
    <message>
        <source>the garbage collector clears it when what the object owns is gone</source>
        <translation>nesnenin sahip oldukları silinince garbage collector kaldırır</translation>
    </message>
    <message>
        <source>the garbage collector clears it when what the object owns was let go</source>
        <translation>nesnenin sahip oldukları bırakılınca garbage collector kaldırır</translation>
    </message>
    <message>
        <source>the API server clears it when every object of the kind is gone</source>
        <translation>bu türden bütün nesneler silinince API sunucusu kaldırır</translation>
    </message>
    <message>
        <source>the Job controller clears it when it has counted the pod</source>
        <translation>Job controller’ı pod’u sayınca kaldırır</translation>
    </message>
    <message>
        <source>the cloud’s controller clears it when the load balancer is gone</source>
        <translation>yük dengeleyici silinince bulutun controller’ı kaldırır</translation>
    </message>
    <message>
        <source>the storage driver clears it when the volume is detached</source>
        <translation>volume ayrılınca depolama sürücüsü kaldırır</translation>
    </message>
    <message>
        <source>a controller of %1 clears it; where that does not run any more, the object stays in Terminating</source>
        <extracomment>%1 is a domain (&quot;example.com&quot;)</extracomment>
        <translation>bir %1 controller’ı kaldırır; o artık çalışmıyorsa nesne Terminating durumunda kalır</translation>
    </message>
    <message>
        <source>whoever set it clears it; where that does not run any more, the object stays in Terminating</source>
        <translation>koyan kaldırır; o artık çalışmıyorsa nesne Terminating durumunda kalır</translation>
    </message>
</context>
<context>
    <name>KubeDrain</name>
    <message>
        <source>list</source>
        <translation>liste</translation>
    </message>
    <message>
        <source>the server does not know this kind</source>
        <translation>sunucu bu türü tanımıyor</translation>
    </message>
    <message>
        <source>The node stays cordoned; uncordon it where it is to take pods again.</source>
        <translation>Node cordon edilmiş kalır; yeniden pod alacaksa uncordon edin.</translation>
    </message>
    <message>
        <source>The node was not cordoned.</source>
        <translation>Node cordon edilmedi.</translation>
    </message>
    <message>
        <source>drain of %1</source>
        <extracomment>%1 is a node</extracomment>
        <translation>%1 drain işlemi</translation>
    </message>
    <message>
        <source>pods are in the way that the options do not let go: %1</source>
        <extracomment>%1 is names of pods</extracomment>
        <translation>seçeneklerin bırakmadığı pod’lar engel oluyor: %1</translation>
    </message>
    <message>
        <source>pods could not be evicted: %1</source>
        <translation>pod’lar tahliye edilemedi: %1</translation>
    </message>
    <message>
        <source>the time is over, and pods are still there: %1</source>
        <translation>süre doldu, hâlâ duran pod’lar var: %1</translation>
    </message>
    <message>
        <source>the time is over, and pods are still there: %1; these budgets block: %2</source>
        <translation>süre doldu, hâlâ duran pod’lar var: %1; engelleyen bütçeler: %2</translation>
    </message>
    <message>
        <source>it was cancelled</source>
        <translation>iptal edildi</translation>
    </message>
    <message>
        <source>it was cancelled, and pods are still there: %1</source>
        <translation>iptal edildi, hâlâ duran pod’lar var: %1</translation>
    </message>
</context>
<context>
    <name>KubeLabels</name>
    <message>
        <source>A key is missing.</source>
        <translation>Anahtar eksik.</translation>
    </message>
    <message>
        <source>What stands before the slash has to be a domain, in small letters: “example.com/tier”.</source>
        <translation>Eğik çizgiden önce küçük harfle bir alan adı olmalı: “example.com/tier”.</translation>
    </message>
    <message>
        <source>A name is missing behind the slash.</source>
        <translation>Eğik çizgiden sonra ad eksik.</translation>
    </message>
    <message>
        <source>A name has at most %1 letters.</source>
        <translation>Bir ad en çok %1 harf olabilir.</translation>
    </message>
    <message>
        <source>A name has letters, digits, “-”, “_” and “.”, and begins and ends with a letter or a digit.</source>
        <translation>Bir adda harf, rakam, “-”, “_” ve “.” bulunur; harf veya rakamla başlayıp biter.</translation>
    </message>
    <message>
        <source>A value has at most %1 letters.</source>
        <translation>Bir değer en çok %1 harf olabilir.</translation>
    </message>
    <message>
        <source>A value has letters, digits, “-”, “_” and “.”, and begins and ends with a letter or a digit.</source>
        <translation>Bir değerde harf, rakam, “-”, “_” ve “.” bulunur; harf veya rakamla başlayıp biter.</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>list the pods of the node</source>
        <translation>node’un pod’larını listeleme</translation>
    </message>
    <message>
        <source>list the disruption budgets of the namespace</source>
        <translation>namespace’in disruption budget’larını listeleme</translation>
    </message>
</context>
<context>
    <name>kaptan::kube::Permissions</name>
    <message>
        <source>You may not %1 %2.</source>
        <extracomment>%1 is a verb of the API (&quot;patch&quot;), %2 a kind of the API (&quot;nodes&quot;)</extracomment>
        <translation>%2 üzerinde “%1” yetkiniz yok.</translation>
    </message>
    <message>
        <source>You may not %1 %2 in %3.</source>
        <extracomment>%1 is a verb of the API (&quot;patch&quot;), %2 a kind of the API (&quot;deployments.apps&quot;), %3 a namespace</extracomment>
        <translation>%3 namespace’inde %2 üzerinde “%1” yetkiniz yok.</translation>
    </message>
</context>
</TS>
