<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>Connections</name>
    <message>
        <source>Environment variable</source>
        <translation>Ortam değişkeni</translation>
    </message>
    <message>
        <source>Docker context</source>
        <translation>Docker bağlamı (context)</translation>
    </message>
    <message>
        <source>Podman connection</source>
        <translation>Podman bağlantısı</translation>
    </message>
    <message>
        <source>Default socket</source>
        <extracomment>where a connection was found: a socket at its usual place</extracomment>
        <translation>Varsayılan soket</translation>
    </message>
    <message>
        <source>Embedded engine</source>
        <translation>Gömülü motor</translation>
    </message>
    <message>
        <source>Added by hand</source>
        <extracomment>where a connection comes from</extracomment>
        <translation>Elle eklendi</translation>
    </message>
    <message>
        <source>Testing</source>
        <extracomment>state of a connection: it is being tried</extracomment>
        <translation>Sınanıyor</translation>
    </message>
    <message>
        <source>Not supported</source>
        <translation>Desteklenmiyor</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Bağlanıyor</translation>
    </message>
    <message>
        <source>Live</source>
        <extracomment>state of a connection: what is shown is true now</extracomment>
        <translation>Canlı</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Başarısız</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Bağlı değil</translation>
    </message>
    <message>
        <source>Production, read-only</source>
        <translation>Üretim, salt okunur</translation>
    </message>
    <message>
        <source>Production</source>
        <extracomment>mark of a connection</extracomment>
        <translation>Üretim</translation>
    </message>
    <message>
        <source>Read-only</source>
        <extracomment>mark of a connection</extracomment>
        <translation>Salt okunur</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>İşaretler</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Found in</source>
        <extracomment>column: the file or variable in which a connection was found</extracomment>
        <translation>Bulunduğu yer</translation>
    </message>
    <message>
        <source>Docker or Podman and its version; known after the first connection or test</source>
        <translation>Docker ya da Podman ve sürümü; ilk bağlantı ya da sınamadan sonra bilinir</translation>
    </message>
    <message>
        <source>Production asks for names before deleting; read-only changes nothing</source>
        <translation>Üretim silmeden önce adı yazdırır; salt okunur hiçbir şeyi değiştirmez</translation>
    </message>
    <message>
        <source>The file or variable that names this connection</source>
        <translation>Bu bağlantıyı tanımlayan dosya ya da değişken</translation>
    </message>
    <message>
        <source>%1: shown by the other panes</source>
        <translation>%1: öteki bölmeler bunu gösteriyor</translation>
    </message>
    <message>
        <source>Known after the first connection or test</source>
        <translation>İlk bağlantı ya da sınamadan sonra bilinir</translation>
    </message>
    <message>
        <source>Reconnecting · %1</source>
        <extracomment>since %1, a time of day, &quot;14:03&quot;</extracomment>
        <translation>Yeniden bağlanıyor · %1</translation>
    </message>
    <message>
        <source>kubeconfig context</source>
        <extracomment>where a connection was found: a context of a kubeconfig file</extracomment>
        <translation>kubeconfig context&apos;i</translation>
    </message>
    <message>
        <source>Recorded</source>
        <extracomment>column: whether measurements of a connection are kept</extracomment>
        <translation>Kayıt</translation>
    </message>
    <message>
        <source>Whether measurements of it go into the history</source>
        <translation>Ölçümlerinin geçmişe kaydedilip kaydedilmediği</translation>
    </message>
    <message>
        <source>Recording</source>
        <extracomment>measurements of a connection are kept now</extracomment>
        <translation>Kaydediliyor</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <extracomment>another process keeps the measurements of a connection</extracomment>
        <translation>Başka yerde</translation>
    </message>
    <message>
        <source>Waiting</source>
        <extracomment>for a connection, before its measurements can be kept</extracomment>
        <translation>Bekliyor</translation>
    </message>
    <message>
        <source>always</source>
        <extracomment>whether a connection is recorded</extracomment>
        <translation>her zaman</translation>
    </message>
    <message>
        <source>while it is shown</source>
        <translation>gösterildiği sürece</translation>
    </message>
    <message>
        <source>no</source>
        <translation>hayır</translation>
    </message>
    <message>
        <source>recording now</source>
        <translation>şu anda kaydediliyor</translation>
    </message>
    <message>
        <source>recorded by another process</source>
        <translation>başka bir süreç kaydediyor</translation>
    </message>
    <message>
        <source>waiting for the connection</source>
        <translation>bağlantı bekleniyor</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <extracomment>%1 is &quot;always&quot; or &quot;while it is shown&quot;, %2 is &quot;recording now&quot; or what else happens</extracomment>
        <translation>%1; %2</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ConnectionDetails</name>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>known after the first connection or test</source>
        <translation>ilk bağlantı ya da sınamadan sonra bilinir</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Not supported</source>
        <translation>Desteklenmiyor</translation>
    </message>
    <message>
        <source>Found as</source>
        <translation>Bulunma biçimi</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Bulunduğu yer</translation>
    </message>
    <message>
        <source>Last live</source>
        <translation>Son canlı</translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>Son sınama</translation>
    </message>
    <message>
        <source>failed, %1</source>
        <translation>başarısız, %1</translation>
    </message>
    <message>
        <source>passed, %1</source>
        <translation>başarılı, %1</translation>
    </message>
    <message>
        <source>Access</source>
        <extracomment>heading: how a connection is protected and what it may do</extracomment>
        <translation>Erişim</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Üretim</translation>
    </message>
    <message>
        <source>yes: deleting asks for the name</source>
        <translation>evet: silerken ad sorulur</translation>
    </message>
    <message>
        <source>no</source>
        <translation>hayır</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Salt okunur</translation>
    </message>
    <message>
        <source>yes: nothing can be changed</source>
        <translation>evet: hiçbir şey değiştirilemez</translation>
    </message>
    <message>
        <source>Encryption</source>
        <extracomment>how a connection is protected</extracomment>
        <translation>Şifreleme</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>none given: anybody on the way can read and change it</source>
        <translation>yok: yoldaki herkes okuyup değiştirebilir</translation>
    </message>
    <message>
        <source>not needed: a socket of this machine</source>
        <translation>gerekmez: bu makinenin soketi</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Sertifika yetkilisi</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Sertifika</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Anahtar</translation>
    </message>
    <message>
        <source>Asking the engine …</source>
        <translation>Motora soruluyor …</translation>
    </message>
    <message>
        <source>Not tested yet. A test asks the engine who it is and changes nothing.</source>
        <translation>Henüz sınanmadı. Sınama, motora kim olduğunu sorar ve hiçbir şeyi değiştirmez.</translation>
    </message>
    <message>
        <source>Tested at %1</source>
        <translation>Sınama zamanı: %1</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Sürüm</translation>
    </message>
    <message>
        <source>API version</source>
        <translation>API sürümü</translation>
    </message>
    <message>
        <source>Answered in</source>
        <translation>Yanıt süresi</translation>
    </message>
    <message>
        <source>Limits</source>
        <extracomment>heading: what an engine cannot do</extracomment>
        <translation>Sınırlamalar</translation>
    </message>
    <message>
        <source>None: everything that Kaptan does works here.</source>
        <translation>Yok: Kaptan’ın yaptığı her şey burada çalışır.</translation>
    </message>
    <message>
        <source>In this state since</source>
        <extracomment>since when a connection has been in its state</extracomment>
        <translation>Bu durumda</translation>
    </message>
    <message>
        <source>Namespace</source>
        <extracomment>a Kubernetes namespace</extracomment>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Namespaces to look at</source>
        <translation>Bakılacak namespace’ler</translation>
    </message>
    <message>
        <source>TLS, but the server’s certificate is not checked: anybody on the way can pretend to be it</source>
        <translation>TLS, ama sunucunun sertifikası denetlenmiyor: aradaki herkes kendini o sunucu gibi gösterebilir</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Kayıt</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ConnectionDialog</name>
    <message>
        <source>Add connection</source>
        <translation>Bağlantı ekle</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Bağlantıyı düzenle</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>Gözat …</translation>
    </message>
    <message>
        <source>Browse for: %1</source>
        <translation>Gözat: %1</translation>
    </message>
    <message>
        <source>Certificates and keys (*.pem *.crt *.key)</source>
        <translation>Sertifikalar ve anahtarlar (*.pem *.crt *.key)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Bütün dosyalar (*)</translation>
    </message>
    <message>
        <source>Name and address come from %1. Its marks are yours to set.</source>
        <translation>Ad ve adres şuradan geliyor: %1. İşaretleri siz belirlersiniz.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>Authority (CA)</source>
        <translation>Sertifika yetkilisi (CA)</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Sertifika</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Özel anahtar</translation>
    </message>
    <message>
        <source>Production: deleting asks for the name to be typed</source>
        <translation>Üretim: silerken adın yazılması istenir</translation>
    </message>
    <message>
        <source>Read-only: look, but change nothing</source>
        <translation>Salt okunur: bak, ama değiştirme</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Sına</translation>
    </message>
    <message>
        <source>Asks the engine who it is; changes and keeps nothing</source>
        <translation>Motora kim olduğunu sorar; hiçbir şeyi değiştirmez ve saklamaz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ekle</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Examples: unix:///run/docker.sock · tcp://192.0.2.10:2376 (with TLS files)</source>
        <translation>Örnekler: unix:///run/docker.sock · tcp://192.0.2.10:2376 (TLS dosyalarıyla)</translation>
    </message>
    <message>
        <source>A socket of this machine.</source>
        <extracomment>what was typed, understood</extracomment>
        <translation>Bu makinenin bir soketi.</translation>
    </message>
    <message>
        <source>A server on the network.</source>
        <translation>Ağdaki bir sunucu.</translation>
    </message>
    <message>
        <source>As you want to see it</source>
        <translation>Görmek istediğiniz gibi</translation>
    </message>
    <message>
        <source>Paths of PEM files. Without them the connection is not encrypted, and whoever reaches the port commands the engine.</source>
        <translation>PEM dosyalarının yolları. Bunlar olmadan bağlantı şifrelenmez ve porta erişen herkes motoru yönetir.</translation>
    </message>
    <message>
        <source>Asking the engine …</source>
        <translation>Motora soruluyor …</translation>
    </message>
    <message>
        <source>%1, API %2, answered in %3.</source>
        <extracomment>%1 is an engine with its version, %2 a version, %3 a duration</extracomment>
        <translation>%1, API %2, yanıt süresi %3.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ConnectionsPane</name>
    <message>
        <source>Connect</source>
        <translation>Bağlan</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Bağlantıyı kes</translation>
    </message>
    <message>
        <source>Test</source>
        <extracomment>tries a connection without keeping it open</extracomment>
        <translation>Sına</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>Ekle …</translation>
    </message>
    <message>
        <source>Add a connection by its address</source>
        <translation>Adresiyle bir bağlantı ekler</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Düzenle …</translation>
    </message>
    <message>
        <source>Remove …</source>
        <translation>Kaldır …</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresi kopyala</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Ayrıntılar</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Yeniden ara</translation>
    </message>
    <message>
        <source>Looks for sockets, variables and configuration files again; contacts nothing</source>
        <translation>Soketleri, değişkenleri ve yapılandırma dosyalarını yeniden arar; hiçbir yere bağlanmaz</translation>
    </message>
    <message>
        <source>Mark as production</source>
        <translation>Üretim olarak işaretle</translation>
    </message>
    <message>
        <source>Mark as read-only</source>
        <translation>Salt okunur olarak işaretle</translation>
    </message>
    <message>
        <source>Start the embedded engine</source>
        <translation>Gömülü motoru başlat</translation>
    </message>
    <message>
        <source>Stop the embedded engine</source>
        <translation>Gömülü motoru durdur</translation>
    </message>
    <message>
        <source>Keep it running when Kaptan ends</source>
        <translation>Kaptan kapanınca da çalışsın</translation>
    </message>
    <message>
        <source>No container engine found</source>
        <translation>Konteyner motoru bulunamadı</translation>
    </message>
    <message>
        <source>Kaptan looked at DOCKER_HOST and CONTAINER_HOST, at Docker contexts and Podman connections, and for sockets at their usual places. Start the embedded engine, which needs no root, or add the address of an engine that runs elsewhere (Ctrl+N).</source>
        <translation>Kaptan DOCKER_HOST ile CONTAINER_HOST değişkenlerine, Docker bağlamlarına, Podman bağlantılarına ve soketlerin olağan yerlerine baktı. Root gerektirmeyen gömülü motoru başlatın ya da başka yerde çalışan bir motorun adresini ekleyin (Ctrl+N).</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Bağlantılar</translation>
    </message>
    <message>
        <source>Summary</source>
        <extracomment>tab of the details: the main facts</extracomment>
        <translation>Özet</translation>
    </message>
    <message>
        <source>Choose a connection in the table.</source>
        <translation>Tabloda bir bağlantı seçin.</translation>
    </message>
    <message>
        <source>It is connected and shown already.</source>
        <translation>Zaten bağlı ve gösteriliyor.</translation>
    </message>
    <message>
        <source>It is not connected.</source>
        <translation>Bağlı değil.</translation>
    </message>
    <message>
        <source>A test is under way.</source>
        <translation>Sınama sürüyor.</translation>
    </message>
    <message>
        <source>It was found in %1: remove it there.</source>
        <extracomment>%1 is a file or a variable</extracomment>
        <translation>%1 içinde bulundu: oradan kaldırın.</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>Bağlantıyı kaldır</translation>
    </message>
    <message>
        <source>Kaptan forgets this connection. The engine and everything on it stay as they are.</source>
        <translation>Kaptan bu bağlantıyı unutur. Motor ve üzerindeki her şey olduğu gibi kalır.</translation>
    </message>
    <message>
        <source>Connection</source>
        <extracomment>heading of a list with one name</extracomment>
        <translation>Bağlantı</translation>
    </message>
    <message>
        <source>The embedded engine is running.</source>
        <translation>Gömülü motor çalışıyor.</translation>
    </message>
    <message>
        <source>The embedded engine is stopped; its containers go on.</source>
        <translation>Gömülü motor durdu; konteynerleri çalışmayı sürdürüyor.</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 / %L2</translation>
    </message>
    <message>
        <source>It is starting.</source>
        <translation>Başlatılıyor.</translation>
    </message>
    <message>
        <source>It is stopping.</source>
        <translation>Durduruluyor.</translation>
    </message>
    <message>
        <source>Test</source>
        <comment>tab</comment>
        <translation>Sınama</translation>
    </message>
    <message>
        <source>Add kubeconfig …</source>
        <extracomment>adds the contexts of a kubeconfig file</extracomment>
        <translation>Kubeconfig ekle …</translation>
    </message>
    <message>
        <source>Reads the contexts of one more kubeconfig file; changes nothing in it</source>
        <translation>Bir kubeconfig dosyasının daha context’lerini okur; dosyada hiçbir şeyi değiştirmez</translation>
    </message>
    <message>
        <source>Namespaces …</source>
        <translation>Namespace’ler …</translation>
    </message>
    <message>
        <source>Remove kubeconfig file</source>
        <translation>Kubeconfig dosyasını kaldır</translation>
    </message>
    <message>
        <source>Kaptan no longer reads %1. The file stays as it is.</source>
        <extracomment>%1 is a file</extracomment>
        <translation>Kaptan artık %1 dosyasını okumaz. Dosya olduğu gibi kalır.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n bağlantı</numerusform>
        </translation>
    </message>
    <message>
        <source>Add kubeconfig</source>
        <translation>Kubeconfig ekle</translation>
    </message>
    <message>
        <source>Show together</source>
        <extracomment>the deployments of several connections in one table</extracomment>
        <translation>Birlikte göster</translation>
    </message>
    <message>
        <source>Choose a single connection for this.</source>
        <translation>Bunun için tek bir bağlantı seçin.</translation>
    </message>
    <message>
        <source>Choose two or more connections in the table (Ctrl+click).</source>
        <translation>Tabloda iki veya daha çok bağlantı seçin (Ctrl+tık).</translation>
    </message>
    <message>
        <source>“%1” cannot be opened: %2</source>
        <translation>“%1” açılamaz: %2</translation>
    </message>
    <message>
        <source>Record always</source>
        <extracomment>keep measurements of a connection, also while another is shown</extracomment>
        <translation>Her zaman kaydet</translation>
    </message>
    <message>
        <source>Names a Prometheus as a further source for charts</source>
        <translation>Grafikler için ek kaynak olarak bir Prometheus belirler</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::EmbeddedStrip</name>
    <message>
        <source>Embedded engine</source>
        <translation>Gömülü motor</translation>
    </message>
    <message>
        <source>Podman as your own service, started by Kaptan: no root, no system service. It sees your own containers and images.</source>
        <translation>Kaptan’ın sizin kullanıcınızla başlattığı Podman: root ya da sistem hizmeti gerekmez. Kendi konteynerlerinizi ve imajlarınızı görür.</translation>
    </message>
    <message>
        <source>Not available</source>
        <extracomment>state of the embedded engine: it cannot be started on this machine</extracomment>
        <translation>Kullanılamıyor</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Durdu</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Başlatılıyor</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Çalışıyor</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Durduruluyor</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::NamespacesDialog</name>
    <message>
        <source>Namespaces</source>
        <translation>Namespace’ler</translation>
    </message>
    <message>
        <source>Namespaces of %1</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation>%1 namespace’leri</translation>
    </message>
    <message>
        <source>Where you may not list all namespaces, Kaptan looks at these. One a line; with none it looks at the context’s own, “%1”.</source>
        <translation>Tüm namespace’leri listeleme yetkiniz yoksa Kaptan bunlara bakar. Her satıra bir tane yazın; hiç yoksa context’in kendi namespace’ine, “%1”, bakılır.</translation>
    </message>
    <message>
        <source>Namespaces, one a line</source>
        <translation>Namespace’ler, her satırda bir tane</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::NotesCard</name>
    <message numerus="yes">
        <source>%n configuration(s) could not be used</source>
        <extracomment>heading of a list; %n is the number of files or variables</extracomment>
        <translation>
            <numerusform>%n yapılandırma kullanılamadı</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kaptan::ui::PrometheusDialog</name>
    <message>
        <source>Test</source>
        <translation>Dene</translation>
    </message>
    <message>
        <source>Prometheus of %1</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation>%1 bağlantısının Prometheus&apos;u</translation>
    </message>
    <message>
        <source>A further source for the charts of this connection, beside Kaptan&apos;s own history. Without an address there is none.</source>
        <translation>Kaptan&apos;ın kendi geçmişinin yanında, bu bağlantının grafikleri için ek bir kaynak. Adres yoksa ek kaynak da yoktur.</translation>
    </message>
    <message>
        <source>Address of the Prometheus</source>
        <translation>Prometheus adresi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Kaydet</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>Soruluyor …</translation>
    </message>
    <message>
        <source>It answers: Prometheus %1</source>
        <extracomment>%1 is a version, as &quot;2.42.0&quot;</extracomment>
        <translation>Yanıt veriyor: Prometheus %1</translation>
    </message>
</context>
</TS>
