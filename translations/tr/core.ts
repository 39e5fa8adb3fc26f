<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>Error</name>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 yok</translation>
    </message>
    <message>
        <source>nobody answers at %1</source>
        <translation>%1 adresinde yanıt veren yok</translation>
    </message>
    <message>
        <source>this user may not open %1</source>
        <translation>bu kullanıcının %1 için yetkisi yok</translation>
    </message>
    <message>
        <source>%1 closed the connection in the middle of its answer</source>
        <translation>%1 yanıtın ortasında bağlantıyı kapattı</translation>
    </message>
    <message>
        <source>%1 did not answer in time</source>
        <translation>%1 zamanında yanıt vermedi</translation>
    </message>
    <message>
        <source>the proxy on the way to %1 refused</source>
        <translation>%1 yolundaki vekil sunucu reddetti</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 adresine ulaşılamıyor</translation>
    </message>
    <message>
        <source>%1 does not answer as an HTTP server does</source>
        <translation>%1 bir HTTP sunucusu gibi yanıt vermiyor</translation>
    </message>
    <message>
        <source>%1 sent more than an answer may hold</source>
        <translation>%1 bir yanıtın taşıyabileceğinden fazlasını gönderdi</translation>
    </message>
    <message>
        <source>Start the engine: systemctl --user start podman.socket</source>
        <translation>Motoru başlatın: systemctl --user start podman.socket</translation>
    </message>
    <message>
        <source>Check the address, or start the engine: sudo systemctl start docker</source>
        <translation>Adresi denetleyin ya da motoru başlatın: sudo systemctl start docker</translation>
    </message>
    <message>
        <source>The engine is not running. Start it: systemctl --user start podman.socket</source>
        <translation>Motor çalışmıyor. Başlatın: systemctl --user start podman.socket</translation>
    </message>
    <message>
        <source>The engine is not running. Start it: sudo systemctl start docker</source>
        <translation>Motor çalışmıyor. Başlatın: sudo systemctl start docker</translation>
    </message>
    <message>
        <source>The socket belongs to another user. Use your own: systemctl --user start podman.socket</source>
        <translation>Soket başka bir kullanıcının. Kendinizinkini kullanın: systemctl --user start podman.socket</translation>
    </message>
    <message>
        <source>Join the group that owns the socket and log in again: sudo usermod -aG docker $USER</source>
        <translation>Soketin sahibi olan gruba katılıp oturumu yeniden açın: sudo usermod -aG docker $USER</translation>
    </message>
    <message>
        <source>Check that the server runs and the network reaches it, then try again.</source>
        <translation>Sunucunun çalıştığını ve ağın ona ulaştığını denetleyip yeniden deneyin.</translation>
    </message>
    <message>
        <source>Check the proxy’s address and whether it allows this server.</source>
        <translation>Vekil sunucunun adresini ve bu sunucuya izin verip vermediğini denetleyin.</translation>
    </message>
    <message>
        <source>Check that the address is that of a container engine and not of another service.</source>
        <translation>Adresin başka bir hizmetin değil, bir konteyner motorunun adresi olduğunu denetleyin.</translation>
    </message>
    <message>
        <source>Something other than a container engine may be listening there.</source>
        <translation>Orada konteyner motorundan başka bir şey dinliyor olabilir.</translation>
    </message>
    <message>
        <source>the certificate of %1 was not accepted: %2</source>
        <translation>%1 sertifikası kabul edilmedi: %2</translation>
    </message>
    <message>
        <source>the server answered %1 to %2</source>
        <translation>sunucu %2 isteğine %1 yanıtını verdi</translation>
    </message>
    <message>
        <source>the engine says: %1</source>
        <translation>motor diyor ki: %1</translation>
    </message>
    <message>
        <source>the %1 from %2 cannot be read: %3</source>
        <translation>%2 kaynağından gelen %1 okunamıyor: %3</translation>
    </message>
    <message>
        <source>the %1 from %2 cannot be read at byte %3: %4</source>
        <translation>%2 kaynağından gelen %1, %3. baytta okunamıyor: %4</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 kullanılamıyor: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a field, %2 what is wrong with it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is not possible here: %2</source>
        <extracomment>%1 is what was asked for, %2 the reason</extracomment>
        <translation>%1 burada yapılamaz: %2</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 başarısız oldu: %2</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>iptal edildi</translation>
    </message>
    <message>
        <source>Could not %1: %2.</source>
        <extracomment>%1 is what was being done (&quot;list containers&quot;), %2 the reason</extracomment>
        <translation>Yapılamadı (%1): %2.</translation>
    </message>
    <message>
        <source>Could not %1 %2: %3.</source>
        <extracomment>%1 is what was being done (&quot;remove container&quot;), %2 the object&apos;s name, %3 the reason</extracomment>
        <translation>Yapılamadı (%1, %2): %3.</translation>
    </message>
    <message>
        <source>Check the address, the date of this machine and the certificate authority that is configured.</source>
        <translation>Adresi, bu makinenin tarihini ve ayarlanmış sertifika makamını denetleyin.</translation>
    </message>
    <message>
        <source>Check the credentials of this connection.</source>
        <translation>Bu bağlantının kimlik bilgilerini denetleyin.</translation>
    </message>
    <message>
        <source>The server has a problem of its own; its log says more.</source>
        <translation>Sorun sunucunun kendisinde; ayrıntı onun günlüğünde.</translation>
    </message>
    <message>
        <source>Check that the address is that of a container engine.</source>
        <translation>Adresin bir konteyner motorunun adresi olduğunu denetleyin.</translation>
    </message>
    <message>
        <source>Check that the address is that of a container engine and that nothing on the way changes its answers.</source>
        <translation>Adresin bir konteyner motorunun adresi olduğunu ve yoldaki hiçbir şeyin yanıtları değiştirmediğini denetleyin.</translation>
    </message>
    <message>
        <source>Check the path, its permissions and the free space.</source>
        <translation>Yolu, izinlerini ve boş alanı denetleyin.</translation>
    </message>
    <message>
        <source>Take the read-only mark from the connection to allow it.</source>
        <translation>İzin vermek için bağlantının salt okunur işaretini kaldırın.</translation>
    </message>
    <message>
        <source>the cluster does not accept the credentials</source>
        <translation>küme kimlik bilgilerini kabul etmiyor</translation>
    </message>
    <message>
        <source>the cluster has too much to do and asks to wait</source>
        <translation>küme aşırı yüklü, beklenmesini istiyor</translation>
    </message>
    <message>
        <source>the cluster no longer keeps the version that was asked for</source>
        <translation>küme istenen sürümü artık tutmuyor</translation>
    </message>
    <message>
        <source>the cluster answered %1 to %2</source>
        <translation>küme %2 çağrısına %1 yanıtını verdi</translation>
    </message>
    <message>
        <source>the cluster says: %1</source>
        <translation>küme diyor ki: %1</translation>
    </message>
    <message>
        <source>The namespace is being deleted; nothing new can be made in it.</source>
        <translation>Namespace siliniyor; içinde yeni bir şey oluşturulamaz.</translation>
    </message>
    <message>
        <source>Ask for less, or for a larger quota of the namespace.</source>
        <translation>Daha az kaynak isteyin ya da namespace kotasının artırılmasını sağlayın.</translation>
    </message>
    <message>
        <source>Ask an administrator of the cluster for the permission.</source>
        <translation>İzni küme yöneticisinden isteyin.</translation>
    </message>
    <message>
        <source>Ask an administrator for the right “%1” on %2 in the whole cluster.</source>
        <extracomment>%1 is a verb of RBAC (&quot;list&quot;), %2 a resource (&quot;deployments.apps&quot;), %3 a namespace</extracomment>
        <translation>Yöneticiden tüm kümede %2 üzerinde “%1” yetkisi isteyin.</translation>
    </message>
    <message>
        <source>Ask an administrator for the right “%1” on %2 in the namespace %3.</source>
        <translation>Yöneticiden %3 namespace’inde %2 üzerinde “%1” yetkisi isteyin.</translation>
    </message>
    <message>
        <source>Log in again, or check the user of this context in the kubeconfig.</source>
        <translation>Yeniden oturum açın ya da kubeconfig’de bu context’in kullanıcısını denetleyin.</translation>
    </message>
    <message>
        <source>It may have been deleted meanwhile, or this cluster lacks its kind.</source>
        <translation>Bu arada silinmiş olabilir ya da bu kümede o tür yoktur.</translation>
    </message>
    <message>
        <source>Choose another name, or change the one that is there.</source>
        <translation>Başka bir ad seçin ya da var olanı değiştirin.</translation>
    </message>
    <message>
        <source>Somebody changed it at the same time; look at it again, then repeat.</source>
        <translation>Aynı anda başka biri değiştirdi; son hâline bakıp yeniden deneyin.</translation>
    </message>
    <message>
        <source>Load the list again.</source>
        <translation>Listeyi yeniden yükleyin.</translation>
    </message>
    <message>
        <source>Correct what was sent.</source>
        <translation>Gönderileni düzeltin.</translation>
    </message>
    <message>
        <source>Correct these fields: %1</source>
        <translation>Şu alanları düzeltin: %1</translation>
    </message>
    <message>
        <source>A disruption budget protects the pod; try again when more of its kind are ready.</source>
        <translation>Pod bir kesinti bütçesiyle korunuyor; türdeşlerinden daha çoğu hazır olunca yeniden deneyin.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Birazdan yeniden deneyin.</translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation>%1 sn sonra yeniden deneyin.</translation>
    </message>
    <message>
        <source>the proxy %1 does not lead to %2</source>
        <extracomment>%1 is a proxy, %2 the server behind it</extracomment>
        <translation>%1 vekil sunucusu %2 adresine ulaştırmıyor</translation>
    </message>
</context>
<context>
    <name>Quantity</name>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>“%1” is not an amount of CPU</source>
        <translation>“%1” bir CPU miktarı değil</translation>
    </message>
    <message>
        <source>Write cores (1.5) or thousandths of one (250m).</source>
        <translation>Çekirdek (1.5) ya da bindebiri (250m) olarak yazın.</translation>
    </message>
    <message>
        <source>“%1” is more than any machine has</source>
        <translation>“%1” hiçbir makinede yok</translation>
    </message>
    <message>
        <source>Write a number and a unit: 512Mi, 1.5Gi, 100M.</source>
        <translation>Bir sayı ve birim yazın: 512Mi, 1.5Gi, 100M.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Bellek</translation>
    </message>
    <message>
        <source>“%1” is not an amount of memory</source>
        <translation>“%1” bir bellek miktarı değil</translation>
    </message>
    <message>
        <source>“%1” is too large</source>
        <translation>“%1” çok büyük</translation>
    </message>
    <message>
        <source>“%1” is not a unit of memory</source>
        <translation>“%1” bir bellek birimi değil</translation>
    </message>
</context>
</TS>
