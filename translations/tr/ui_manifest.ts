<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>ConfigForm</name>
    <message>
        <source>“%1” cannot be a key</source>
        <translation>“%1” anahtar olamaz</translation>
    </message>
    <message>
        <source>Use letters, digits, “-”, “_” and “.”.</source>
        <translation>Harf, rakam, “-”, “_” ve “.” kullanın.</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Depo</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Kullanıcı</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>Parola ya da token</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Parolayı göster</translation>
    </message>
    <message>
        <source>Mail (may be empty)</source>
        <translation>E-posta (boş olabilir)</translation>
    </message>
    <message>
        <source>It has several logins, or something else than one</source>
        <translation>Birden çok giriş ya da başka bir şey içeriyor</translation>
    </message>
    <message>
        <source>This is not the address of a registry</source>
        <translation>Bu bir depo adresi değil</translation>
    </message>
    <message>
        <source>Write its host, such as registry.example.com, without https://.</source>
        <translation>Yalnızca sunucu adını yazın, örneğin registry.example.com; https:// olmadan.</translation>
    </message>
    <message>
        <source>ConfigMap</source>
        <translation>ConfigMap</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Veri</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Anahtar</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation>Anahtar ekle</translation>
    </message>
    <message>
        <source>Binary data</source>
        <translation>İkili veri</translation>
    </message>
    <message>
        <source>Never to be changed again (immutable)</source>
        <translation>Bir daha değiştirilemez (immutable)</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Herhangi bir şey</translation>
    </message>
    <message>
        <source>Anything (Opaque)</source>
        <translation>Herhangi bir şey (Opaque)</translation>
    </message>
    <message>
        <source>A certificate (tls.crt) and its key (tls.key)</source>
        <translation>Sertifika (tls.crt) ve anahtarı (tls.key)</translation>
    </message>
    <message>
        <source>Login to a registry of images</source>
        <translation>İmaj deposuna giriş</translation>
    </message>
    <message>
        <source>User and password (basic-auth)</source>
        <translation>Kullanıcı ve parola (basic-auth)</translation>
    </message>
    <message>
        <source>SSH key (ssh-auth)</source>
        <translation>SSH anahtarı (ssh-auth)</translation>
    </message>
    <message>
        <source>Written as base64 by the form. It hides nothing: who may read the Secret reads it.</source>
        <translation>Form base64 olarak yazar. Bu gizlemez: Secret&apos;ı okuyabilen değeri de okur.</translation>
    </message>
    <message>
        <source>Data in plain text</source>
        <translation>Düz metin veri</translation>
    </message>
</context>
<context>
    <name>FormKinds</name>
    <message>
        <source>Deployment: pods that may be replaced</source>
        <translation>Deployment: yenilenebilen pod&apos;lar</translation>
    </message>
    <message>
        <source>StatefulSet: pods with names and storage of their own</source>
        <translation>StatefulSet: kendi adı ve depolaması olan pod&apos;lar</translation>
    </message>
    <message>
        <source>DaemonSet: a pod on each node</source>
        <translation>DaemonSet: her node&apos;da bir pod</translation>
    </message>
    <message>
        <source>Job: runs to its end</source>
        <translation>Job: sonuna kadar çalışır</translation>
    </message>
    <message>
        <source>CronJob: runs by the clock</source>
        <translation>CronJob: saate göre çalışır</translation>
    </message>
    <message>
        <source>Service: a name and a port for pods</source>
        <translation>Service: pod&apos;lar için ad ve port</translation>
    </message>
    <message>
        <source>Ingress: HTTP from outside</source>
        <translation>Ingress: dışarıdan HTTP</translation>
    </message>
    <message>
        <source>ConfigMap: configuration</source>
        <translation>ConfigMap: yapılandırma</translation>
    </message>
    <message>
        <source>Secret: passwords, certificates, registry logins</source>
        <translation>Secret: parolalar, sertifikalar, depo girişleri</translation>
    </message>
    <message>
        <source>PersistentVolumeClaim: storage</source>
        <translation>PersistentVolumeClaim: depolama</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>ResourceQuota: what a namespace gets together</source>
        <translation>ResourceQuota: bir namespace&apos;in toplamda aldığı</translation>
    </message>
    <message>
        <source>LimitRange: what each container gets</source>
        <translation>LimitRange: her container&apos;ın aldığı</translation>
    </message>
    <message>
        <source>NetworkPolicy: who may talk to whom</source>
        <translation>NetworkPolicy: kim kiminle konuşabilir</translation>
    </message>
    <message>
        <source>ServiceAccount: whom pods act as</source>
        <translation>ServiceAccount: pod&apos;ların kimliği</translation>
    </message>
    <message>
        <source>Role: what one may do in a namespace</source>
        <translation>Role: bir namespace&apos;te yapılabilecekler</translation>
    </message>
    <message>
        <source>RoleBinding: who has a role</source>
        <translation>RoleBinding: rol kimde</translation>
    </message>
    <message>
        <source>HorizontalPodAutoscaler: replicas by load</source>
        <translation>HorizontalPodAutoscaler: yüke göre replika</translation>
    </message>
    <message>
        <source>PodDisruptionBudget: pods that must stay</source>
        <translation>PodDisruptionBudget: kalması gereken pod&apos;lar</translation>
    </message>
</context>
<context>
    <name>FormValues</name>
    <message>
        <source>Write a number from %1 to %2.</source>
        <translation>%1 ile %2 arasında bir sayı yazın.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number</source>
        <translation>“%1” tam sayı değil</translation>
    </message>
    <message>
        <source>%1 is out of bounds</source>
        <translation>%1 sınırların dışında</translation>
    </message>
    <message>
        <source>This is no list of labels</source>
        <translation>Bu bir etiket listesi değil</translation>
    </message>
    <message>
        <source>Write key=value, several with commas between.</source>
        <translation>anahtar=değer yazın; birden çoksa araya virgül koyun.</translation>
    </message>
    <message>
        <source>“%1” is not a port</source>
        <translation>“%1” bir port değil</translation>
    </message>
    <message>
        <source>Write a number from 1 to 65535, or the name of a port of the pod.</source>
        <translation>1 ile 65535 arasında bir sayı ya da pod&apos;un bir portunun adını yazın.</translation>
    </message>
    <message>
        <source>“%1” is neither a number nor a part</source>
        <translation>“%1” ne sayı ne yüzde</translation>
    </message>
    <message>
        <source>Write a number of pods (1) or a part of them (25%).</source>
        <translation>Pod sayısı (1) ya da yüzdesi (25%) yazın.</translation>
    </message>
</context>
<context>
    <name>ManifestSource</name>
    <message>
        <source>there is no such file</source>
        <translation>böyle bir dosya yok</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>bu bir dosya değil</translation>
    </message>
    <message>
        <source>it is too large: 64 MiB are read at most</source>
        <translation>çok büyük: en çok 64 MiB okunur</translation>
    </message>
    <message>
        <source>it is no text in UTF-8</source>
        <translation>UTF-8 metin değil</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Klasör</translation>
    </message>
    <message>
        <source>there is no file with the ending .yaml, .yml or .json in it</source>
        <translation>içinde .yaml, .yml ya da .json uzantılı dosya yok</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>it has more than %L1 files</source>
        <translation>içinde %L1 dosyadan fazlası var</translation>
    </message>
    <message>
        <source>Choose a folder in it.</source>
        <translation>İçindeki bir klasörü seçin.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of %1</source>
        <extracomment>%1 is a folder</extracomment>
        <translation>
            <numerusform>%1 içinden %n dosya</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n dosya</numerusform>
        </translation>
    </message>
    <message>
        <source>it is a web page; take the address of the file itself</source>
        <translation>bu bir web sayfası; dosyanın kendi adresini alın</translation>
    </message>
</context>
<context>
    <name>NewObject</name>
    <message>
        <source>such as nginx:1.25; a version, not “latest”</source>
        <translation>örneğin nginx:1.25; “latest” değil, bir sürüm</translation>
    </message>
    <message>
        <source>what it is promised, and at most gets</source>
        <translation>garanti edilen ve en çok verilen</translation>
    </message>
    <message>
        <source>the same as in the selector</source>
        <translation>seçicidekiyle aynı</translation>
    </message>
    <message>
        <source>a headless Service that names the pods</source>
        <translation>pod&apos;lara ad veren headless Service</translation>
    </message>
    <message>
        <source>tries until it has failed</source>
        <translation>başarısız sayılana dek deneme</translation>
    </message>
    <message>
        <source>minute hour day month weekday</source>
        <translation>dakika saat gün ay haftanın günü</translation>
    </message>
    <message>
        <source>labels that the pods have</source>
        <translation>pod&apos;ların etiketleri</translation>
    </message>
    <message>
        <source>the port of the container</source>
        <translation>container&apos;ın portu</translation>
    </message>
    <message>
        <source>a Service of this namespace</source>
        <translation>bu namespace&apos;in bir Service&apos;i</translation>
    </message>
    <message>
        <source>a file, or the value of a variable</source>
        <translation>bir dosya ya da bir değişkenin değeri</translation>
    </message>
    <message>
        <source>values are base64; the form writes them so</source>
        <translation>değerler base64; form böyle yazar</translation>
    </message>
    <message>
        <source>the core group</source>
        <translation>çekirdek grup</translation>
    </message>
    <message>
        <source>view, edit or admin, or one of your own</source>
        <translation>view, edit, admin ya da kendi rolünüz</translation>
    </message>
    <message>
        <source>all pods of the namespace together</source>
        <translation>namespace&apos;in tüm pod&apos;ları birlikte</translation>
    </message>
    <message>
        <source>for containers that say nothing</source>
        <translation>hiçbir şey belirtmeyen container&apos;lar için</translation>
    </message>
    <message>
        <source>of every pod of the namespace</source>
        <translation>namespace&apos;in her pod&apos;u için</translation>
    </message>
    <message>
        <source>every pod of the same namespace</source>
        <translation>aynı namespace&apos;in her pod&apos;u</translation>
    </message>
    <message>
        <source>pods that must stay when nodes are drained</source>
        <translation>node&apos;lar boşaltılırken kalması gereken pod&apos;lar</translation>
    </message>
</context>
<context>
    <name>ObjectRows</name>
    <message>
        <source>Checking</source>
        <extracomment>state of an object: the server is being asked</extracomment>
        <translation>Denetleniyor</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>state of an object: it will be made</extracomment>
        <translation>Yeni</translation>
    </message>
    <message>
        <source>Changed</source>
        <extracomment>state of an object: it will be changed</extracomment>
        <translation>Değişecek</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <extracomment>state of an object: it is so already</extracomment>
        <translation>Değişmedi</translation>
    </message>
    <message>
        <source>Refused</source>
        <extracomment>state of an object: the server does not take it</extracomment>
        <translation>Reddedildi</translation>
    </message>
    <message>
        <source>Later</source>
        <extracomment>state of an object: it can be checked only while it is applied</extracomment>
        <translation>Sonra</translation>
    </message>
    <message>
        <source>What it needs is made by the same apply; the server checks it then.</source>
        <translation>Gereksindiği şeyi aynı uygulama oluşturuyor; sunucu o zaman denetler.</translation>
    </message>
    <message>
        <source>Takes fields from other managers.</source>
        <translation>Alanları başka yöneticilerden devralır.</translation>
    </message>
    <message>
        <source>Conflict</source>
        <extracomment>state of an object: others manage fields that would be changed</extracomment>
        <translation>Çakışma</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) belong to other managers.</source>
        <translation>
            <numerusform>%n alan başka yöneticilerin.</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed by somebody else meanwhile.</source>
        <translation>Bu arada başkası değiştirdi.</translation>
    </message>
    <message>
        <source>Waits</source>
        <extracomment>outcome of an object: not sent yet</extracomment>
        <translation>Bekliyor</translation>
    </message>
    <message>
        <source>Sent</source>
        <extracomment>outcome of an object: no answer yet</extracomment>
        <translation>Gönderildi</translation>
    </message>
    <message>
        <source>Created</source>
        <extracomment>outcome of an object</extracomment>
        <translation>Oluşturuldu</translation>
    </message>
    <message>
        <source>Applied</source>
        <extracomment>outcome of an object</extracomment>
        <translation>Uygulandı</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>outcome of an object</extracomment>
        <translation>Başarısız</translation>
    </message>
    <message>
        <source>Not sent</source>
        <extracomment>outcome of an object: cancelled before it was sent</extracomment>
        <translation>Gönderilmedi</translation>
    </message>
</context>
<context>
    <name>PodForm</name>
    <message>
        <source>From the Secret %1, key %2</source>
        <extracomment>of an environment variable; %1: name of the Secret, %2: key in it</extracomment>
        <translation>%1 Secret&apos;ından, anahtar %2</translation>
    </message>
    <message>
        <source>From the ConfigMap %1, key %2</source>
        <translation>%1 ConfigMap&apos;inden, anahtar %2</translation>
    </message>
    <message>
        <source>From the pod&apos;s own %1</source>
        <extracomment>%1: path of a field of the pod</extracomment>
        <translation>Pod&apos;un kendi %1 alanından</translation>
    </message>
    <message>
        <source>From elsewhere</source>
        <translation>Başka bir yerden</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a variable</source>
        <translation>“%1” değişken adı olamaz</translation>
    </message>
    <message>
        <source>Write a name such as DB_HOST.</source>
        <translation>DB_HOST gibi bir ad yazın.</translation>
    </message>
    <message>
        <source>This is no absolute path</source>
        <translation>Bu mutlak bir yol değil</translation>
    </message>
    <message>
        <source>Begin with “/”.</source>
        <translation>“/” ile başlayın.</translation>
    </message>
    <message>
        <source>“%1” is not the name of an image</source>
        <translation>“%1” bir imaj adı değil</translation>
    </message>
    <message>
        <source>Write it as in registry.example.com/team/web:1.2, without blanks.</source>
        <translation>registry.example.com/team/web:1.2 biçiminde, boşluksuz yazın.</translation>
    </message>
    <message>
        <source>No check</source>
        <translation>Denetim yok</translation>
    </message>
    <message>
        <source>An HTTP request</source>
        <translation>HTTP isteği</translation>
    </message>
    <message>
        <source>A TCP connection</source>
        <translation>TCP bağlantısı</translation>
    </message>
    <message>
        <source>A command in the container</source>
        <translation>Container içinde komut</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Yol</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Command, one word a line</source>
        <translation>Komut, her satıra bir sözcük</translation>
    </message>
    <message>
        <source>Wait first (seconds)</source>
        <extracomment>seconds before the first check</extracomment>
        <translation>Önce bekle (saniye)</translation>
    </message>
    <message>
        <source>Every (seconds)</source>
        <translation>Sıklık (saniye)</translation>
    </message>
    <message>
        <source>Time-out (seconds)</source>
        <translation>Zaman aşımı (saniye)</translation>
    </message>
    <message>
        <source>Failures until it counts</source>
        <extracomment>so many times in a row</extracomment>
        <translation>Kaç hatada geçerli</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Kaynak</translation>
    </message>
    <message>
        <source>Empty folder</source>
        <extracomment>a volume that is empty at first and goes with the pod</extracomment>
        <translation>Boş klasör</translation>
    </message>
    <message>
        <source>A volume of another kind (%1)</source>
        <extracomment>of a volume; %1: its kind, as the YAML calls it</extracomment>
        <translation>Başka türden bir volume (%1)</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Adı</translation>
    </message>
    <message>
        <source>Volumes</source>
        <translation>Volume&apos;lar</translation>
    </message>
    <message>
        <source>Add a volume</source>
        <translation>Volume ekle</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>İmaj</translation>
    </message>
    <message>
        <source>It has no image</source>
        <translation>İmajı yok</translation>
    </message>
    <message>
        <source>Write one, such as nginx:1.25.</source>
        <translation>Bir imaj yazın, örneğin nginx:1.25.</translation>
    </message>
    <message>
        <source>Fetch the image</source>
        <translation>İmajı çek</translation>
    </message>
    <message>
        <source>As usual: once, but “latest” at each start</source>
        <translation>Olağan: bir kez, “latest” her başlangıçta</translation>
    </message>
    <message>
        <source>Where the node does not have it</source>
        <translation>Node&apos;da yoksa</translation>
    </message>
    <message>
        <source>At each start</source>
        <translation>Her başlangıçta</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Hiçbir zaman</translation>
    </message>
    <message>
        <source>The image&apos;s own</source>
        <translation>İmajınki</translation>
    </message>
    <message>
        <source>Arguments, one a line</source>
        <translation>Argümanlar, her satıra bir tane</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Ortam değişkenleri</translation>
    </message>
    <message>
        <source>Add a variable</source>
        <translation>Değişken ekle</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Portlar</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokol</translation>
    </message>
    <message>
        <source>Add a port</source>
        <translation>Port ekle</translation>
    </message>
    <message>
        <source>CPU requested</source>
        <extracomment>what a container is promised</extracomment>
        <translation>İstenen CPU</translation>
    </message>
    <message>
        <source>CPU at most</source>
        <translation>En çok CPU</translation>
    </message>
    <message>
        <source>Memory requested</source>
        <translation>İstenen bellek</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>En çok bellek</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>Bağlamalar</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Path in the container</source>
        <translation>Container içindeki yol</translation>
    </message>
    <message>
        <source>Part of the volume</source>
        <translation>Volume&apos;un bölümü</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Salt okunur</translation>
    </message>
    <message>
        <source>Add a mount</source>
        <translation>Bağlama ekle</translation>
    </message>
    <message>
        <source>Ready when (readiness)</source>
        <translation>Ne zaman hazır (readiness)</translation>
    </message>
    <message>
        <source>Restarted unless (liveness)</source>
        <translation>Sağlam değilse yeniden başlar (liveness)</translation>
    </message>
    <message>
        <source>Started when (startup)</source>
        <translation>Ne zaman başlamış sayılır (startup)</translation>
    </message>
    <message>
        <source>Containers</source>
        <translation>Container&apos;lar</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ekle</translation>
    </message>
    <message>
        <source>Container %1</source>
        <translation>Container %1</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>When a container fails</source>
        <translation>Bir container başarısız olunca</translation>
    </message>
    <message>
        <source>A new pod</source>
        <translation>Yeni bir pod</translation>
    </message>
    <message>
        <source>Start it again in its pod</source>
        <translation>Kendi pod&apos;unda yeniden başlat</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Servis hesabı</translation>
    </message>
    <message>
        <source>Image pull secrets</source>
        <translation>İmaj çekme secret&apos;ları</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Add a secret</source>
        <translation>Secret ekle</translation>
    </message>
    <message>
        <source>Time to end (seconds)</source>
        <translation>Kapanma süresi (saniye)</translation>
    </message>
    <message>
        <source>Only on nodes with</source>
        <translation>Yalnızca şu etiketli node&apos;larda</translation>
    </message>
</context>
<context>
    <name>PolicyForm</name>
    <message>
        <source>“%1” is not a range of addresses</source>
        <translation>“%1” bir adres aralığı değil</translation>
    </message>
    <message>
        <source>Write it as in 10.0.0.0/8; all of them are 0.0.0.0/0.</source>
        <translation>10.0.0.0/8 biçiminde yazın; tüm adresler 0.0.0.0/0.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kim</translation>
    </message>
    <message>
        <source>Pods of this namespace</source>
        <translation>Bu namespace&apos;in pod&apos;ları</translation>
    </message>
    <message>
        <source>All pods of other namespaces</source>
        <translation>Başka namespace&apos;lerin tüm pod&apos;ları</translation>
    </message>
    <message>
        <source>Some pods of other namespaces</source>
        <translation>Başka namespace&apos;lerin bazı pod&apos;ları</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresler</translation>
    </message>
    <message>
        <source>An end that the form does not know</source>
        <translation>Formun bilmediği bir uç</translation>
    </message>
    <message>
        <source>Namespaces with (empty: all)</source>
        <translation>Şu etiketli namespace&apos;ler (boş: hepsi)</translation>
    </message>
    <message>
        <source>Pods with (empty: all)</source>
        <translation>Şu etiketli pod&apos;lar (boş: hepsi)</translation>
    </message>
    <message>
        <source>In the range</source>
        <translation>Aralık</translation>
    </message>
    <message>
        <source>But not</source>
        <translation>Hariç</translation>
    </message>
    <message>
        <source>None at all: everybody.</source>
        <translation>Hiç yoksa: herkes.</translation>
    </message>
    <message>
        <source>On the ports</source>
        <translation>Portlar</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokol</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Son port</translation>
    </message>
    <message>
        <source>Add a port</source>
        <translation>Port ekle</translation>
    </message>
    <message>
        <source>None at all: every port. “Up to” needs a server from 1.25 on.</source>
        <translation>Hiç yoksa: her port. “Son port” için 1.25 veya sonrası bir sunucu gerekir.</translation>
    </message>
    <message>
        <source>Closed, but for these rules</source>
        <translation>Bu kurallar dışında kapalı</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Kural ekle</translation>
    </message>
    <message>
        <source>Who may come in</source>
        <translation>Kim girebilir</translation>
    </message>
    <message>
        <source>Where it may go</source>
        <translation>Nereye gidebilir</translation>
    </message>
    <message>
        <source>NetworkPolicy</source>
        <translation>NetworkPolicy</translation>
    </message>
    <message>
        <source>Start from a template…</source>
        <translation>Bir şablonla başlayın…</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Şablon</translation>
    </message>
    <message>
        <source>For the pods with (empty: all of the namespace)</source>
        <translation>Şu etiketli pod&apos;lar için (boş: namespace&apos;in hepsi)</translation>
    </message>
    <message>
        <source>Coming in</source>
        <translation>Gelen</translation>
    </message>
    <message>
        <source>Going out</source>
        <translation>Giden</translation>
    </message>
    <message>
        <source>Who may talk to whom</source>
        <translation>Kim kiminle konuşabilir</translation>
    </message>
    <message>
        <source>Add a peer</source>
        <translation>Karşı taraf ekle</translation>
    </message>
</context>
<context>
    <name>SecretDiff</name>
    <message>
        <source>(before)</source>
        <extracomment>stands for a hidden value: as it is now, as it would be</extracomment>
        <translation>(önce)</translation>
    </message>
    <message>
        <source>(after)</source>
        <translation>(sonra)</translation>
    </message>
</context>
<context>
    <name>ServiceForm</name>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erişim yeri</translation>
    </message>
    <message>
        <source>In the cluster</source>
        <translation>Cluster içinde</translation>
    </message>
    <message>
        <source>In the cluster (ClusterIP)</source>
        <translation>Cluster içinde (ClusterIP)</translation>
    </message>
    <message>
        <source>On a port of each node (NodePort)</source>
        <translation>Her node&apos;un bir portunda (NodePort)</translation>
    </message>
    <message>
        <source>Through a load balancer (LoadBalancer)</source>
        <translation>Yük dengeleyiciyle (LoadBalancer)</translation>
    </message>
    <message>
        <source>Only another name in DNS (ExternalName)</source>
        <translation>Yalnızca DNS&apos;te başka bir ad (ExternalName)</translation>
    </message>
    <message>
        <source>The other name</source>
        <translation>Öteki ad</translation>
    </message>
    <message>
        <source>Leads to the pods with</source>
        <translation>Şu etiketli pod&apos;lara götürür</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Anahtar</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Etiket ekle</translation>
    </message>
    <message>
        <source>Labels that the pods have.</source>
        <translation>Pod&apos;ların taşıdığı etiketler.</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Portlar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port of the pod</source>
        <translation>Pod&apos;un portu</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protokol</translation>
    </message>
    <message>
        <source>Port of the nodes</source>
        <translation>Node portu</translation>
    </message>
    <message>
        <source>Add a port</source>
        <translation>Port ekle</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Daha fazla</translation>
    </message>
    <message>
        <source>Address in the cluster</source>
        <translation>Cluster içindeki adres</translation>
    </message>
    <message>
        <source>The server gives one</source>
        <translation>Sunucu verir</translation>
    </message>
    <message>
        <source>None: names lead straight to the pods (headless)</source>
        <translation>Yok: adlar doğrudan pod&apos;lara götürür (headless)</translation>
    </message>
    <message>
        <source>The same client</source>
        <translation>Aynı istemci</translation>
    </message>
    <message>
        <source>Goes to any pod</source>
        <translation>Herhangi bir pod&apos;a gider</translation>
    </message>
    <message>
        <source>Goes to any pod (None)</source>
        <translation>Herhangi bir pod&apos;a gider (None)</translation>
    </message>
    <message>
        <source>Stays with its pod (ClientIP)</source>
        <translation>Kendi pod&apos;unda kalır (ClientIP)</translation>
    </message>
    <message>
        <source>Traffic from outside</source>
        <translation>Dışarıdan gelen trafik</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Olağan</translation>
    </message>
    <message>
        <source>May go on to another node (Cluster)</source>
        <translation>Başka node&apos;a geçebilir (Cluster)</translation>
    </message>
    <message>
        <source>Stays on its node, keeps its address (Local)</source>
        <translation>Node&apos;unda kalır, adresi korunur (Local)</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Annotation&apos;lar</translation>
    </message>
    <message>
        <source>Add an annotation</source>
        <translation>Annotation ekle</translation>
    </message>
    <message>
        <source>Ingress</source>
        <translation>Ingress</translation>
    </message>
    <message>
        <source>Ingress class</source>
        <translation>Ingress sınıfı</translation>
    </message>
    <message>
        <source>The cluster&apos;s own</source>
        <translation>Cluster&apos;ınki</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Add a host</source>
        <translation>Host ekle</translation>
    </message>
    <message>
        <source>Every host</source>
        <translation>Her host</translation>
    </message>
    <message>
        <source>Its port</source>
        <translation>Portu</translation>
    </message>
    <message>
        <source>A backend of another kind</source>
        <translation>Başka türden bir backend</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Yollar</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Yol</translation>
    </message>
    <message>
        <source>The path does not begin with “/”</source>
        <translation>Yol “/” ile başlamıyor</translation>
    </message>
    <message>
        <source>Write it as in /shop.</source>
        <translation>/shop gibi yazın.</translation>
    </message>
    <message>
        <source>Meant</source>
        <translation>Anlamı</translation>
    </message>
    <message>
        <source>With all below (Prefix)</source>
        <translation>Altındakilerle (Prefix)</translation>
    </message>
    <message>
        <source>Just this one (Exact)</source>
        <translation>Yalnızca bu (Exact)</translation>
    </message>
    <message>
        <source>As the class has it</source>
        <translation>Sınıfa göre</translation>
    </message>
    <message>
        <source>Add a path</source>
        <translation>Yol ekle</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Sertifikalar</translation>
    </message>
    <message>
        <source>Hosts, with commas between</source>
        <translation>Host&apos;lar, virgülle ayrılmış</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Add a certificate</source>
        <translation>Sertifika ekle</translation>
    </message>
    <message>
        <source>Labels and annotations</source>
        <translation>Etiketler ve annotation&apos;lar</translation>
    </message>
    <message>
        <source>PersistentVolumeClaim</source>
        <translation>PersistentVolumeClaim</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Boyut</translation>
    </message>
    <message>
        <source>It has no size</source>
        <translation>Boyutu yok</translation>
    </message>
    <message>
        <source>Write one, such as 1Gi.</source>
        <translation>Bir boyut yazın, örneğin 1Gi.</translation>
    </message>
    <message>
        <source>It can only grow, where the storage class allows it.</source>
        <translation>Yalnızca büyüyebilir; depolama sınıfı izin veriyorsa.</translation>
    </message>
    <message>
        <source>Storage class</source>
        <translation>Depolama sınıfı</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Erişim</translation>
    </message>
    <message>
        <source>“%1” is not a way of access</source>
        <translation>“%1” bir erişim biçimi değil</translation>
    </message>
    <message>
        <source>Write one of %1.</source>
        <translation>Şunlardan birini yazın: %1.</translation>
    </message>
    <message>
        <source>ReadWriteOnce: one node writes. ReadWriteMany: many do.</source>
        <translation>ReadWriteOnce: tek node yazar. ReadWriteMany: birçok node yazar.</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Biçim</translation>
    </message>
    <message>
        <source>A file system</source>
        <translation>Dosya sistemi</translation>
    </message>
    <message>
        <source>A file system (Filesystem)</source>
        <translation>Dosya sistemi (Filesystem)</translation>
    </message>
    <message>
        <source>A raw block device (Block)</source>
        <translation>Ham blok aygıtı (Block)</translation>
    </message>
    <message>
        <source>It scales a</source>
        <translation>Ölçeklediği tür</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>Adı</translation>
    </message>
    <message>
        <source>Pods at least</source>
        <translation>En az pod</translation>
    </message>
    <message>
        <source>Pods at most</source>
        <translation>En çok pod</translation>
    </message>
    <message>
        <source>HorizontalPodAutoscaler</source>
        <translation>HorizontalPodAutoscaler</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Ölçü</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Bellek</translation>
    </message>
    <message>
        <source>A figure of another kind</source>
        <translation>Başka türden bir ölçü</translation>
    </message>
    <message>
        <source>Aims at</source>
        <translation>Hedef</translation>
    </message>
    <message>
        <source>Percent of what is requested</source>
        <translation>İstenenin yüzdesi</translation>
    </message>
    <message>
        <source>Add a figure</source>
        <translation>Ölçü ekle</translation>
    </message>
    <message>
        <source>CPU, percent of what is requested</source>
        <translation>CPU, istenenin yüzdesi</translation>
    </message>
    <message>
        <source>PodDisruptionBudget</source>
        <translation>PodDisruptionBudget</translation>
    </message>
    <message>
        <source>Of the pods with</source>
        <translation>Şu etiketli pod&apos;lardan</translation>
    </message>
    <message>
        <source>Pods that must be there</source>
        <translation>Hazır olması gereken pod&apos;lar</translation>
    </message>
    <message>
        <source>Or: pods that may be missing</source>
        <translation>Ya da: eksik olabilecek pod&apos;lar</translation>
    </message>
    <message>
        <source>Only one of the two.</source>
        <translation>İkisinden yalnızca biri.</translation>
    </message>
</context>
<context>
    <name>TenancyForm</name>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>It has no name</source>
        <translation>Adı yok</translation>
    </message>
    <message>
        <source>Write one, such as shop.</source>
        <translation>Bir ad yazın, örneğin shop.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>What it gets, together</source>
        <translation>Toplamda aldığı</translation>
    </message>
    <message>
        <source>CPU requested</source>
        <translation>İstenen CPU</translation>
    </message>
    <message>
        <source>Memory requested</source>
        <translation>İstenen bellek</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>En çok bellek</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod&apos;lar</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Depolama</translation>
    </message>
    <message>
        <source>What a container gets</source>
        <translation>Bir container&apos;ın aldığı</translation>
    </message>
    <message>
        <source>For containers that do not say it themselves.</source>
        <translation>Kendisi belirtmeyen container&apos;lar için.</translation>
    </message>
    <message>
        <source>What no container may go beyond.</source>
        <translation>Hiçbir container&apos;ın geçemeyeceği sınır.</translation>
    </message>
    <message>
        <source>CPU, never more than</source>
        <translation>CPU, asla bundan çok değil</translation>
    </message>
    <message>
        <source>Memory, never more than</source>
        <translation>Bellek, asla bundan çok değil</translation>
    </message>
    <message>
        <source>Who may talk to whom</source>
        <translation>Kim kiminle konuşabilir</translation>
    </message>
    <message>
        <source>Namespace of the ingress controller</source>
        <translation>Ingress denetleyicisinin namespace&apos;i</translation>
    </message>
    <message>
        <source>On servers before 1.21 that namespace needs the label kubernetes.io/metadata.name.</source>
        <translation>1.21 öncesi sunucularda o namespace&apos;e kubernetes.io/metadata.name etiketi gerekir.</translation>
    </message>
    <message>
        <source>Who may work there</source>
        <translation>Kim çalışabilir</translation>
    </message>
    <message>
        <source>Service account for its pods</source>
        <translation>Pod&apos;ları için servis hesabı</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Erişim</translation>
    </message>
    <message>
        <source>To a</source>
        <translation>Kime</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Kullanıcı</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grup</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Servis hesabı</translation>
    </message>
    <message>
        <source>Role: view, edit, admin</source>
        <translation>Rol: view, edit, admin</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Birini ekle</translation>
    </message>
    <message>
        <source>Image registry</source>
        <translation>İmaj deposu</translation>
    </message>
    <message>
        <source>A login with which its pods fetch images.</source>
        <translation>Pod&apos;larının imaj çektiği giriş bilgileri.</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Depo</translation>
    </message>
    <message>
        <source>Password or token</source>
        <translation>Parola ya da token</translation>
    </message>
    <message>
        <source>Mail (may be empty)</source>
        <translation>E-posta (boş olabilir)</translation>
    </message>
</context>
<context>
    <name>TenantForm</name>
    <message>
        <source>“%1” cannot be the name of a role</source>
        <translation>“%1” rol adı olamaz</translation>
    </message>
    <message>
        <source>“/” and “%” may not be in it.</source>
        <translation>İçinde “/” ve “%” olamaz.</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Yapabilecekleri</translation>
    </message>
    <message>
        <source>API groups</source>
        <translation>API grupları</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Kaynaklar</translation>
    </message>
    <message>
        <source>Verbs</source>
        <translation>Fiiller</translation>
    </message>
    <message>
        <source>Only these names</source>
        <translation>Yalnızca bu adlar</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Kural ekle</translation>
    </message>
    <message>
        <source>No API group: the core group (pods, services). Several with commas between.</source>
        <translation>API grubu boşsa: çekirdek grup (pod&apos;lar, service&apos;ler). Birden çoksa araya virgül.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a binding</source>
        <translation>“%1” bağlama adı olamaz</translation>
    </message>
    <message>
        <source>A role of the cluster (ClusterRole)</source>
        <translation>Cluster&apos;ın bir rolü (ClusterRole)</translation>
    </message>
    <message>
        <source>A role of the namespace (Role)</source>
        <translation>Namespace&apos;in bir rolü (Role)</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>Verdiği</translation>
    </message>
    <message>
        <source>The role&apos;s name</source>
        <translation>Rolün adı</translation>
    </message>
    <message>
        <source>Every cluster has view, edit and admin.</source>
        <translation>Her cluster&apos;da view, edit ve admin vardır.</translation>
    </message>
    <message>
        <source>To a</source>
        <translation>Kime</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Kullanıcı</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grup</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Servis hesabı</translation>
    </message>
    <message>
        <source>Its namespace</source>
        <translation>Namespace&apos;i</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Kime</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Birini ekle</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>ServiceAccount</source>
        <translation>ServiceAccount</translation>
    </message>
    <message>
        <source>Its pods get a token to talk to the cluster</source>
        <translation>Pod&apos;ları cluster ile konuşmak için token alır</translation>
    </message>
    <message>
        <source>Image pull secrets</source>
        <translation>İmaj çekme secret&apos;ları</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Add a secret</source>
        <translation>Secret ekle</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>ClusterRole</source>
        <translation>ClusterRole</translation>
    </message>
    <message>
        <source>RoleBinding</source>
        <translation>RoleBinding</translation>
    </message>
    <message>
        <source>ClusterRoleBinding</source>
        <translation>ClusterRoleBinding</translation>
    </message>
    <message>
        <source>ResourceQuota</source>
        <translation>ResourceQuota</translation>
    </message>
    <message>
        <source>CPU requested, together</source>
        <extracomment>all pods of the namespace together</extracomment>
        <translation>Toplam istenen CPU</translation>
    </message>
    <message>
        <source>CPU at most, together</source>
        <translation>Toplam en çok CPU</translation>
    </message>
    <message>
        <source>Memory requested, together</source>
        <translation>Toplam istenen bellek</translation>
    </message>
    <message>
        <source>Memory at most, together</source>
        <translation>Toplam en çok bellek</translation>
    </message>
    <message>
        <source>Pods</source>
        <translation>Pod&apos;lar</translation>
    </message>
    <message>
        <source>Claims of storage</source>
        <translation>Depolama istekleri</translation>
    </message>
    <message>
        <source>Storage, together</source>
        <translation>Toplam depolama</translation>
    </message>
    <message>
        <source>Everything that is counted</source>
        <translation>Sayılan her şey</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>En çok</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Ne</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Miktar</translation>
    </message>
    <message>
        <source>Add an amount</source>
        <translation>Miktar ekle</translation>
    </message>
    <message>
        <source>LimitRange</source>
        <translation>LimitRange</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Sınır</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ekle</translation>
    </message>
    <message>
        <source>For each %1</source>
        <extracomment>%1: Container, Pod or PersistentVolumeClaim</extracomment>
        <translation>Her %1 için</translation>
    </message>
    <message>
        <source>For each</source>
        <translation>Her biri için</translation>
    </message>
    <message>
        <source>Container</source>
        <translation>Container</translation>
    </message>
    <message>
        <source>Pod</source>
        <translation>Pod</translation>
    </message>
    <message>
        <source>Claim of storage</source>
        <translation>Depolama isteği</translation>
    </message>
    <message>
        <source>Requested where nothing is said</source>
        <translation>Belirtilmemişse istenen</translation>
    </message>
    <message>
        <source>At most where nothing is said</source>
        <translation>Belirtilmemişse en çok</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>En az</translation>
    </message>
</context>
<context>
    <name>WorkloadForm</name>
    <message>
        <source>Replicas</source>
        <translation>Replika</translation>
    </message>
    <message>
        <source>Runs to succeed</source>
        <extracomment>pods that have to succeed</extracomment>
        <translation>Başarılması gereken çalışma</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>Aynı anda</translation>
    </message>
    <message>
        <source>Tries before it has failed</source>
        <translation>Başarısız sayılana dek deneme</translation>
    </message>
    <message>
        <source>Ended after (seconds)</source>
        <translation>Şu süreden sonra sonlandırılır (saniye)</translation>
    </message>
    <message>
        <source>never</source>
        <translation>hiçbir zaman</translation>
    </message>
    <message>
        <source>Removed after its end (seconds)</source>
        <translation>Bittikten sonra silinir (saniye)</translation>
    </message>
    <message>
        <source>There is no such day: it never runs.</source>
        <translation>Böyle bir gün yok: hiç çalışmaz.</translation>
    </message>
    <message>
        <source>Next: %1 UTC, if the cluster&apos;s clock goes by UTC.</source>
        <translation>Sıradaki: %1 UTC, cluster saati UTC ise.</translation>
    </message>
    <message>
        <source>Next: %1 (%2).</source>
        <translation>Sıradaki: %1 (%2).</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Etiketler</translation>
    </message>
    <message>
        <source>It owns the pods with</source>
        <translation>Şu etiketli pod&apos;ların sahibi</translation>
    </message>
    <message>
        <source>Its pods get these labels too.</source>
        <translation>Pod&apos;ları da bu etiketleri alır.</translation>
    </message>
    <message>
        <source>Labels of the pods</source>
        <translation>Pod&apos;ların etiketleri</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Deployment</translation>
    </message>
    <message>
        <source>When it changes</source>
        <translation>Değiştiğinde</translation>
    </message>
    <message>
        <source>Replace pods one after another</source>
        <translation>Pod&apos;ları birer birer yenile</translation>
    </message>
    <message>
        <source>Replace pods one after another (RollingUpdate)</source>
        <translation>Pod&apos;ları birer birer yenile (RollingUpdate)</translation>
    </message>
    <message>
        <source>Stop all, then start anew (Recreate)</source>
        <translation>Hepsini durdur, sonra başlat (Recreate)</translation>
    </message>
    <message>
        <source>Pods missing meanwhile, at most</source>
        <translation>Bu sırada en çok eksik pod</translation>
    </message>
    <message>
        <source>Pods more meanwhile, at most</source>
        <translation>Bu sırada en çok fazla pod</translation>
    </message>
    <message>
        <source>StatefulSet</source>
        <translation>StatefulSet</translation>
    </message>
    <message>
        <source>Its headless Service</source>
        <translation>Headless Service&apos;i</translation>
    </message>
    <message>
        <source>Gives each pod a name in DNS.</source>
        <translation>Her pod&apos;a DNS&apos;te bir ad verir.</translation>
    </message>
    <message>
        <source>Only pods that somebody deletes (OnDelete)</source>
        <translation>Yalnızca silinen pod&apos;lar (OnDelete)</translation>
    </message>
    <message>
        <source>Start pods</source>
        <translation>Pod&apos;ları başlat</translation>
    </message>
    <message>
        <source>One after another</source>
        <translation>Birer birer</translation>
    </message>
    <message>
        <source>One after another (OrderedReady)</source>
        <translation>Birer birer (OrderedReady)</translation>
    </message>
    <message>
        <source>All at once (Parallel)</source>
        <translation>Hepsi birden (Parallel)</translation>
    </message>
    <message>
        <source>Claims of each pod</source>
        <translation>Her pod&apos;un istekleri</translation>
    </message>
    <message>
        <source>Storage that each pod claims</source>
        <translation>Her pod&apos;un istediği depolama</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Boyut</translation>
    </message>
    <message>
        <source>Storage class</source>
        <translation>Depolama sınıfı</translation>
    </message>
    <message>
        <source>Add a claim</source>
        <translation>İstek ekle</translation>
    </message>
    <message>
        <source>DaemonSet</source>
        <translation>DaemonSet</translation>
    </message>
    <message>
        <source>Replace pods node by node</source>
        <translation>Pod&apos;ları node node yenile</translation>
    </message>
    <message>
        <source>Replace pods node by node (RollingUpdate)</source>
        <translation>Pod&apos;ları node node yenile (RollingUpdate)</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>The pods of a Job cannot be changed once it is there.</source>
        <translation>Bir Job&apos;ın pod&apos;ları oluşturulduktan sonra değiştirilemez.</translation>
    </message>
    <message>
        <source>CronJob</source>
        <translation>CronJob</translation>
    </message>
    <message>
        <source>The name is longer than 52 characters</source>
        <translation>Ad 52 karakterden uzun</translation>
    </message>
    <message>
        <source>Write a shorter one; its Jobs get 11 characters more.</source>
        <translation>Daha kısa yazın; Job adlarına 11 karakter eklenir.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zamanlama</translation>
    </message>
    <message>
        <source>There is no schedule</source>
        <translation>Zamanlama yok</translation>
    </message>
    <message>
        <source>Write minute, hour, day, month and day of the week: 0 3 * * *.</source>
        <translation>Dakika, saat, gün, ay ve haftanın gününü yazın: 0 3 * * *.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Saat dilimi</translation>
    </message>
    <message>
        <source>“%1” is not a time zone</source>
        <translation>“%1” bir saat dilimi değil</translation>
    </message>
    <message>
        <source>Write it as in Europe/Istanbul.</source>
        <translation>Europe/Istanbul biçiminde yazın.</translation>
    </message>
    <message>
        <source>Servers before 1.25 do not know it.</source>
        <translation>1.25 öncesi sunucular bunu bilmez.</translation>
    </message>
    <message>
        <source>When the last run still goes on</source>
        <translation>Önceki çalışma sürüyorsa</translation>
    </message>
    <message>
        <source>Run beside it</source>
        <translation>Yanında çalıştır</translation>
    </message>
    <message>
        <source>Run beside it (Allow)</source>
        <translation>Yanında çalıştır (Allow)</translation>
    </message>
    <message>
        <source>Leave this one out (Forbid)</source>
        <translation>Bunu atla (Forbid)</translation>
    </message>
    <message>
        <source>Stop the last one (Replace)</source>
        <translation>Öncekini durdur (Replace)</translation>
    </message>
    <message>
        <source>Suspended: it does not run</source>
        <translation>Askıda: çalışmaz</translation>
    </message>
    <message>
        <source>Late by at most (seconds)</source>
        <translation>En çok gecikme (saniye)</translation>
    </message>
    <message>
        <source>Keep Jobs that succeeded</source>
        <translation>Saklanan başarılı Job&apos;lar</translation>
    </message>
    <message>
        <source>Keep Jobs that failed</source>
        <translation>Saklanan başarısız Job&apos;lar</translation>
    </message>
    <message>
        <source>Each run</source>
        <translation>Her çalışma</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::BenchEditPage</name>
    <message>
        <source>Line %1: %2</source>
        <extracomment>%1 is the number of a line, %2 what is wrong there</extracomment>
        <translation>Satır %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n sorun</numerusform>
        </translation>
    </message>
    <message>
        <source>What is wrong in the text</source>
        <translation>Metindeki yanlışlar</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::BenchOutcomePage</name>
    <message numerus="yes">
        <source>%n applied</source>
        <translation>
            <numerusform>%n uygulandı</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n değişmedi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n başarısız</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <extracomment>objects that were not sent, or have no answer yet</extracomment>
        <translation>
            <numerusform>%n açıkta</numerusform>
        </translation>
    </message>
    <message>
        <source>The server warns:</source>
        <translation>Sunucu uyarıyor:</translation>
    </message>
    <message>
        <source>What became of the objects</source>
        <translation>Nesnelere ne olduğu</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::BenchReviewPage</name>
    <message numerus="yes">
        <source>%n being checked</source>
        <translation>
            <numerusform>%n denetleniyor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <extracomment>so many objects will be made</extracomment>
        <translation>
            <numerusform>%n yeni</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n değişecek</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged</source>
        <translation>
            <numerusform>%n değişmedi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in conflict</source>
        <translation>
            <numerusform>%n çakışıyor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n reddedildi</numerusform>
        </translation>
    </message>
    <message>
        <source>This object was changed by somebody else since the edit began.</source>
        <translation>Düzenleme başladıktan sonra bu nesneyi başkası değiştirdi.</translation>
    </message>
    <message>
        <source>%1 — managed by %2</source>
        <extracomment>a field of an object, and the programs that manage it</extracomment>
        <translation>%1 — yöneten: %2</translation>
    </message>
    <message>
        <source>Others also manage fields that this change removes. To leave them out of an apply would not remove them: they are taken from their managers, and the object is replaced as a whole.</source>
        <translation>Bu değişikliğin kaldırdığı alanları başkaları da yönetiyor. Uygulamaya koymamak onları kaldırmaz: yöneticilerinden alınırlar ve nesne bütünüyle yenisiyle değiştirilir.</translation>
    </message>
    <message>
        <source>Others manage fields that this change sets. Who manages them may set them back.</source>
        <translation>Bu değişikliğin yazdığı alanları başkaları yönetiyor. Yöneten onları geri alabilir.</translation>
    </message>
    <message>
        <source>The server warns:</source>
        <translation>Sunucu uyarıyor:</translation>
    </message>
    <message>
        <source>The server is asked what it would make of it …</source>
        <translation>Sunucuya bundan ne çıkacağı soruluyor …</translation>
    </message>
    <message>
        <source>The object is so already: nothing would be changed.</source>
        <translation>Nesne zaten böyle: hiçbir şey değişmez.</translation>
    </message>
    <message>
        <source>What it needs is made by the same apply; the server checks it then.</source>
        <translation>Gereksindiği şeyi aynı uygulama oluşturuyor; sunucu o zaman denetler.</translation>
    </message>
    <message>
        <source>Nothing was changed. Go back, mend the text and review it again.</source>
        <translation>Hiçbir şey değiştirilmedi. Geri dönün, metni düzeltip yeniden gözden geçirin.</translation>
    </message>
    <message>
        <source>What it would be is known when the fields are taken over.</source>
        <translation>Ne olacağı, alanlar devralınınca belli olur.</translation>
    </message>
    <message>
        <source>Objects to be applied</source>
        <translation>Uygulanacak nesneler</translation>
    </message>
    <message>
        <source>Carry my changes over</source>
        <translation>Değişikliklerimi taşı</translation>
    </message>
    <message>
        <source>Puts your changes on top of the object as it is now</source>
        <translation>Değişikliklerinizi nesnenin şimdiki hâlinin üzerine koyar</translation>
    </message>
    <message>
        <source>Take over these fields</source>
        <translation>Bu alanları devral</translation>
    </message>
    <message>
        <source>This object was changed by somebody else since the edit began. Your changes go on top of that. Both changed these fields; your values would be set:</source>
        <translation>Düzenleme başladıktan sonra bu nesneyi başka biri değiştirdi. Sizin değişiklikleriniz onun üzerine uygulanır. Şu alanları ikiniz de değiştirdiniz; sizin değerleriniz yazılacak:</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::DraftsDialog</name>
    <message>
        <source>%1 — %2</source>
        <extracomment>of a draft: its title and when it was changed last</extracomment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>its apply was broken off</source>
        <extracomment>behind a draft&apos;s title</extracomment>
        <translation>uygulaması yarıda kaldı</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>Taslağı sil</translation>
    </message>
    <message>
        <source>What was written in it is lost. Nothing in the cluster is changed.</source>
        <translation>İçinde yazılanlar kaybolur. Kümede hiçbir şey değişmez.</translation>
    </message>
    <message>
        <source>Draft</source>
        <extracomment>heading of a list with the draft&apos;s title</extracomment>
        <translation>Taslak</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Sil</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Taslaklar</translation>
    </message>
    <message>
        <source>Drafts of %1</source>
        <extracomment>%1 is a connection</extracomment>
        <translation>%1 taslakları</translation>
    </message>
    <message>
        <source>Edits that were not applied. They are kept on this computer, for you alone.</source>
        <translation>Uygulanmamış düzenlemeler. Bu bilgisayarda, yalnızca sizin için saklanır.</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>Hiç yok.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aç</translation>
    </message>
    <message>
        <source>Discard …</source>
        <translation>Sil …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::FormField</name>
    <message>
        <source>This cannot be changed any more once the object is there</source>
        <translation>Nesne oluşturulduktan sonra bu artık değiştirilemez</translation>
    </message>
    <message>
        <source>This is more than the form can show. It is edited in the YAML.</source>
        <translation>Form bunu gösteremiyor. YAML&apos;da düzenlenir.</translation>
    </message>
    <message>
        <source>%1. This is edited in the YAML.</source>
        <translation>%1. Bu YAML&apos;da düzenlenir.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::FormItems</name>
    <message>
        <source>Remove</source>
        <translation>Kaldır</translation>
    </message>
    <message>
        <source>Remove what is chosen</source>
        <translation>Seçileni kaldır</translation>
    </message>
    <message>
        <source>This is more than the form can show. It is edited in the YAML.</source>
        <translation>Form bunu gösteremiyor. YAML&apos;da düzenlenir.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::FormPage</name>
    <message>
        <source>Key</source>
        <translation>Anahtar</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Değer</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Etiket ekle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>It has no name</source>
        <translation>Adı yok</translation>
    </message>
    <message>
        <source>Write one, such as web.</source>
        <translation>Bir ad yazın, örneğin web.</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::KeepDraftDialog</name>
    <message>
        <source>Close the workbench</source>
        <translation>Tezgâhı kapat</translation>
    </message>
    <message>
        <source>Keep what was not applied?</source>
        <translation>Uygulanmayan saklansın mı?</translation>
    </message>
    <message>
        <source>%1 is not applied as it stands here. A draft stays on this computer, for you alone, and can be opened again under “Drafts”.</source>
        <extracomment>%1 names what is worked on (&quot;Deployment shop/web&quot;)</extracomment>
        <translation>%1 burada durduğu gibi uygulanmadı. Taslak bu bilgisayarda, yalnızca sizin için kalır ve “Taslaklar” altından yeniden açılabilir.</translation>
    </message>
    <message>
        <source>Keep as a draft</source>
        <translation>Taslak olarak sakla</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Sil</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Vazgeç</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ObjectRowsModel</name>
    <message>
        <source>State</source>
        <translation>Durum</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>column: what is to be known of an object</extracomment>
        <translation>Not</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::PairsField</name>
    <message>
        <source>&amp;Show values</source>
        <translation>&amp;Değerleri göster</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Kaldır</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 öğesini kaldır</translation>
    </message>
    <message>
        <source>Hidden value</source>
        <translation>Gizli değer</translation>
    </message>
    <message>
        <source>“%1” is there twice. Choose another name.</source>
        <translation>“%1” iki kez var. Başka bir ad seçin.</translation>
    </message>
    <message>
        <source>Not text; it is edited in the YAML.</source>
        <translation>Metin değil; YAML&apos;da düzenlenir.</translation>
    </message>
    <message>
        <source>This is not base64, the server would refuse it. Mend it in the YAML, or write the value anew here.</source>
        <translation>Bu base64 değil, sunucu reddeder. YAML&apos;da düzeltin ya da değeri burada yeniden yazın.</translation>
    </message>
    <message>
        <source>This is more than the form can show. It is edited in the YAML.</source>
        <translation>Form bunu gösteremiyor. YAML&apos;da düzenlenir.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::PolicyPicture</name>
    <message>
        <source>Who may talk to whom</source>
        <translation>Kim kiminle konuşabilir</translation>
    </message>
    <message>
        <source>Outside of the cluster</source>
        <translation>Cluster dışı</translation>
    </message>
    <message>
        <source>%1 may reach %2 on %3 only.</source>
        <translation>%1, %2 öğesine yalnızca %3 üzerinden erişebilir.</translation>
    </message>
    <message>
        <source>%1 may reach %2.</source>
        <translation>%1, %2 öğesine erişebilir.</translation>
    </message>
    <message>
        <source>%1 may not reach %2.</source>
        <translation>%1, %2 öğesine erişemez.</translation>
    </message>
    <message>
        <source>Going out: no policy closes it.</source>
        <translation>Giden: hiçbir ilke kapatmıyor.</translation>
    </message>
    <message>
        <source>Going out: let through by %1.</source>
        <extracomment>%1: names of policies</extracomment>
        <translation>Giden: izin veren: %1.</translation>
    </message>
    <message>
        <source>Going out: closed by %1, and no policy lets it through.</source>
        <extracomment>%1: names of policies</extracomment>
        <translation>Giden: kapatan: %1; hiçbir ilke izin vermiyor.</translation>
    </message>
    <message>
        <source>Coming in: no policy closes it.</source>
        <translation>Gelen: hiçbir ilke kapatmıyor.</translation>
    </message>
    <message>
        <source>Coming in: let through by %1.</source>
        <translation>Gelen: izin veren: %1.</translation>
    </message>
    <message>
        <source>Coming in: closed by %1, and no policy lets it through.</source>
        <translation>Gelen: kapatan: %1; hiçbir ilke izin vermiyor.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::PolicyView</name>
    <message>
        <source>Ask the cluster</source>
        <translation>Cluster&apos;a sor</translation>
    </message>
    <message>
        <source>Rows ask, columns are asked. ✓ every port, funnel: some ports, × nothing.</source>
        <translation>Satırlar sorar, sütunlara sorulur. ✓ her port, huni: bazı portlar, × hiçbiri.</translation>
    </message>
    <message>
        <source>Choose a cell to see which policies decide.</source>
        <translation>Hangi ilkelerin karar verdiğini görmek için bir hücre seçin.</translation>
    </message>
    <message>
        <source>It is drawn when the cluster has said which pods and policies there are.</source>
        <translation>Cluster hangi pod ve ilkelerin olduğunu söyleyince çizilir.</translation>
    </message>
    <message>
        <source>Only the first %1 groups of pods are shown.</source>
        <translation>Yalnızca ilk %1 pod grubu gösteriliyor.</translation>
    </message>
    <message>
        <source>There are no pods in the namespace yet.</source>
        <translation>Namespace&apos;te henüz pod yok.</translation>
    </message>
    <message>
        <source>Asking the cluster…</source>
        <translation>Cluster&apos;a soruluyor…</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::ReviewRun</name>
    <message>
        <source>this cluster has no kind %1 in %2</source>
        <extracomment>%1 is a kind (&quot;Coupon&quot;), %2 its API version (&quot;shop.example/v1&quot;)</extracomment>
        <translation>bu kümede %2 içinde %1 türü yok</translation>
    </message>
    <message>
        <source>Look for a spelling mistake, or install what brings the kind.</source>
        <translation>Yazım yanlışı arayın ya da bu türü getiren bileşeni kurun.</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::RowsField</name>
    <message>
        <source>Remove</source>
        <translation>Kaldır</translation>
    </message>
    <message>
        <source>Remove line %1</source>
        <translation>%1. satırı kaldır</translation>
    </message>
    <message>
        <source>%1 is more than the form can show</source>
        <translation>%1: form gösteremiyor</translation>
    </message>
    <message>
        <source>%1. This is edited in the YAML.</source>
        <extracomment>%1: what stands there, in words</extracomment>
        <translation>%1. Bu YAML&apos;da düzenlenir.</translation>
    </message>
    <message>
        <source>Line %1, %2: %3</source>
        <extracomment>%1: number of a line, %2: its column, %3: why it cannot be used</extracomment>
        <translation>Satır %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::SchemaHelp</name>
    <message>
        <source>%1, required</source>
        <extracomment>behind the type of a field that an object must have</extracomment>
        <translation>%1, zorunlu</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <extracomment>for screen readers: the second step of three, with its name</extracomment>
        <translation>Adım %1/%2: %3</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::TenancyDialog</name>
    <message numerus="yes">
        <source>Makes %n object(s)</source>
        <translation>
            <numerusform>%n nesne oluşturur</numerusform>
        </translation>
    </message>
    <message>
        <source>New tenant</source>
        <translation>Yeni kiracı</translation>
    </message>
    <message>
        <source>A namespace with its bounds, its network policies and its people, as one manifest. You see it before anything is applied.</source>
        <translation>Sınırları, ağ ilkeleri ve kişileriyle bir namespace, tek manifest olarak. Uygulanmadan önce görürsünüz.</translation>
    </message>
    <message>
        <source>Review…</source>
        <extracomment>a button: shows what would be made</extracomment>
        <translation>İncele…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>İptal</translation>
    </message>
    <message>
        <source>New tenant %1</source>
        <extracomment>%1: name of a namespace</extracomment>
        <translation>Yeni kiracı %1</translation>
    </message>
</context>
<context>
    <name>kaptan::ui::Workbench</name>
    <message>
        <source>Review</source>
        <extracomment>button: ask the server what it would make of the text</extracomment>
        <translation>Gözden geçir</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n object(s)</source>
        <translation>
            <numerusform>%n nesneyi uygula</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Uygula</translation>
    </message>
    <message>
        <source>Continue with the rest</source>
        <translation>Kalanlarla sürdür</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Bitti</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Durdur</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Metne dön</translation>
    </message>
    <message>
        <source>Nothing more is sent; what is under way is waited for</source>
        <translation>Artık bir şey gönderilmez; yolda olanlar beklenir</translation>
    </message>
    <message>
        <source>Continue in the background</source>
        <translation>Arka planda sürdür</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Kapat</translation>
    </message>
    <message>
        <source>Manifest</source>
        <translation>Manifest</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>Düzenle: %1</translation>
    </message>
    <message>
        <source>New %1</source>
        <extracomment>%1 is a kind (&quot;Deployment&quot;)</extracomment>
        <translation>Yeni %1</translation>
    </message>
    <message>
        <source>Apply %1</source>
        <translation>Uygula: %1</translation>
    </message>
    <message>
        <source>Edit</source>
        <extracomment>the three steps of the workbench</extracomment>
        <translation>Düzenle</translation>
    </message>
    <message>
        <source>Loading …</source>
        <translation>Yükleniyor …</translation>
    </message>
    <message>
        <source>Open the draft</source>
        <extracomment>button: a draft of the same object that was kept earlier</extracomment>
        <translation>Taslağı aç</translation>
    </message>
    <message>
        <source>The cluster is not connected.</source>
        <translation>Küme bağlı değil.</translation>
    </message>
    <message>
        <source>There is nothing to apply.</source>
        <translation>Uygulanacak bir şey yok.</translation>
    </message>
    <message>
        <source>Nothing was changed yet.</source>
        <translation>Henüz bir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>Mend what is wrong in the text first.</source>
        <translation>Önce metindeki yanlışları düzeltin.</translation>
    </message>
    <message>
        <source>There is no object in the text.</source>
        <translation>Metinde nesne yok.</translation>
    </message>
    <message>
        <source>The server is being asked.</source>
        <translation>Sunucuya soruluyor.</translation>
    </message>
    <message>
        <source>Others manage fields that would be changed: take them over, or go back.</source>
        <translation>Değişecek alanları başkaları yönetiyor: devralın ya da geri dönün.</translation>
    </message>
    <message>
        <source>The server does not take it.</source>
        <translation>Sunucu bunu kabul etmiyor.</translation>
    </message>
    <message>
        <source>Nothing would be changed.</source>
        <translation>Hiçbir şey değişmez.</translation>
    </message>
    <message>
        <source>It is being applied.</source>
        <translation>Uygulanıyor.</translation>
    </message>
    <message>
        <source>this cluster has no kind %1 in %2</source>
        <translation>bu kümede %2 içinde %1 türü yok</translation>
    </message>
    <message>
        <source>this is not the object that was opened: another one would be made or changed</source>
        <translation>bu, açılan nesne değil: başka bir nesne oluşturulur ya da değişir</translation>
    </message>
    <message>
        <source>Kind, name and namespace of an object cannot be changed</source>
        <translation>Bir nesnenin türü, adı ve namespace’i değiştirilemez</translation>
    </message>
    <message>
        <source>Your changes are now on top of the object as it is. These fields were changed by both; your values stand here:</source>
        <translation>Değişiklikleriniz artık nesnenin şimdiki hâlinin üzerinde. Şu alanları iki taraf da değiştirdi; burada sizin değerleriniz duruyor:</translation>
    </message>
    <message>
        <source>Apply to production</source>
        <translation>Üretime uygula</translation>
    </message>
    <message>
        <source>%1 is made or changed.</source>
        <extracomment>%1 is an object (&quot;Deployment shop/web&quot;)</extracomment>
        <translation>%1 oluşturulur ya da değiştirilir.</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) are made or changed.</source>
        <translation>
            <numerusform>%n nesne oluşturulur ya da değiştirilir.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was applied.</source>
        <translation>%1 uygulandı.</translation>
    </message>
    <message>
        <source>the clipboard’s text</source>
        <translation>panodaki metin</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n dosya</numerusform>
        </translation>
    </message>
    <message>
        <source>There is a draft of this object from %1 that was not applied.</source>
        <extracomment>%1 is a time</extracomment>
        <translation>Bu nesnenin %1 tarihli, uygulanmamış bir taslağı var.</translation>
    </message>
    <message>
        <source>An apply of this text was broken off before anything was sent.</source>
        <translation>Bu metnin uygulanması, bir şey gönderilmeden yarıda kaldı.</translation>
    </message>
    <message>
        <source>This apply was broken off. So far it is known what became of the objects as shown here; those that were sent without an answer are sent again, which does no harm.</source>
        <translation>Bu uygulama yarıda kaldı. Nesnelere ne olduğu şimdilik burada göründüğü kadar biliniyor; yanıtı gelmeyenler yeniden gönderilir, bunun zararı olmaz.</translation>
    </message>
    <message>
        <source>This apply was broken off, but all objects were applied.</source>
        <translation>Bu uygulama yarıda kaldı, ama tüm nesneler uygulanmıştı.</translation>
    </message>
    <message>
        <source>This apply was broken off. What could be sent was sent; see what became of each.</source>
        <translation>Bu uygulama yarıda kalmıştı. Gönderilebilenler gönderildi; her birinin sonucuna bakın.</translation>
    </message>
</context>
</TS>
