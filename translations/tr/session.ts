<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>ConnectionTest</name>
    <message>
        <source>CPU and memory limits have no effect and usage is wrong: the engine runs without root on cgroup v1.</source>
        <translation>CPU ve bellek sınırları etkisiz, kullanım değerleri yanlış: motor cgroup v1 üzerinde root olmadan çalışıyor.</translation>
    </message>
    <message>
        <source>The engine does not run health checks by itself; Kaptan runs them while it is connected.</source>
        <translation>Motor sağlık denetimlerini kendisi çalıştırmıyor; Kaptan bağlıyken bunları o çalıştırır.</translation>
    </message>
    <message>
        <source>Events of networks are not reported by this engine.</source>
        <translation>Bu motor ağ olaylarını bildirmez.</translation>
    </message>
    <message>
        <source>The engine warns: %1</source>
        <extracomment>%1 is a sentence of the engine, untranslated</extracomment>
        <translation>Motorun uyarısı: %1</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not checked (insecure-skip-tls-verify): anybody on the way can read and change everything.</source>
        <translation>Sunucunun sertifikası denetlenmiyor (insecure-skip-tls-verify): yoldaki herkes her şeyi okuyabilir ve değiştirebilir.</translation>
    </message>
</context>
<context>
    <name>Discovery</name>
    <message>
        <source>Podman (system)</source>
        <translation>Podman (sistem)</translation>
    </message>
    <message>
        <source>Embedded engine</source>
        <translation>Gömülü motor</translation>
    </message>
    <message>
        <source>it is larger than any configuration</source>
        <translation>bir yapılandırma için fazla büyük</translation>
    </message>
    <message>
        <source>it is not a configuration of Docker</source>
        <extracomment>%1 is the reader&apos;s own words, %2 a number of bytes</extracomment>
        <translation>bir Docker yapılandırması değil</translation>
    </message>
    <message>
        <source>%1 at byte %2</source>
        <translation>%2. baytta %1</translation>
    </message>
    <message>
        <source>Connections over SSH are not supported yet. Forward the socket and add it: ssh -L /tmp/engine.sock:/run/docker.sock HOST</source>
        <translation>SSH üzerinden bağlantılar henüz desteklenmiyor. Soketi yönlendirip ekleyin: ssh -L /tmp/engine.sock:/run/docker.sock HOST</translation>
    </message>
    <message>
        <source>it names no engine</source>
        <translation>bir motor belirtmiyor</translation>
    </message>
    <message>
        <source>there is no Docker context named “%1”</source>
        <translation>“%1” adında bir Docker bağlamı yok</translation>
    </message>
    <message>
        <source>configuration</source>
        <extracomment>a part of &quot;the %1 from %2 cannot be read&quot;</extracomment>
        <translation>yapılandırma</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>satır %1</translation>
    </message>
    <message>
        <source>It names the cluster “%1”, which no kubeconfig file defines.</source>
        <extracomment>%1 is a name in a kubeconfig file, &quot;it&quot; a context</extracomment>
        <translation>“%1” kümesini kullanıyor, ama hiçbir kubeconfig dosyası onu tanımlamıyor.</translation>
    </message>
    <message>
        <source>Its cluster “%1” has no server address.</source>
        <translation>“%1” kümesinin sunucu adresi yok.</translation>
    </message>
    <message>
        <source>It names the user “%1”, whom no kubeconfig file defines.</source>
        <translation>“%1” kullanıcısını kullanıyor, ama hiçbir kubeconfig dosyası onu tanımlamıyor.</translation>
    </message>
    <message>
        <source>Its cluster cannot be used: %1</source>
        <extracomment>%1 says where and why</extracomment>
        <translation>Kümesi kullanılamıyor: %1</translation>
    </message>
    <message>
        <source>Its user cannot be used: %1</source>
        <extracomment>%1 says where and why</extracomment>
        <translation>Kullanıcısı kullanılamıyor: %1</translation>
    </message>
    <message>
        <source>no file defines a context</source>
        <translation>hiçbir dosya bir context tanımlamıyor</translation>
    </message>
    <message>
        <source>Name one with --kubeconfig, or a cluster with --connection.</source>
        <translation>--kubeconfig ile bir dosya ya da --connection ile bir küme verin.</translation>
    </message>
    <message>
        <source>no current context is set</source>
        <translation>geçerli bir context ayarlanmamış</translation>
    </message>
    <message>
        <source>the current context “%1” is not defined</source>
        <translation>geçerli context “%1” tanımlı değil</translation>
    </message>
    <message>
        <source>Name the cluster with --context or --connection.</source>
        <translation>Kümeyi --context ya da --connection ile seçin.</translation>
    </message>
</context>
<context>
    <name>JointSession</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>its connection is not open</source>
        <translation>bağlantısı açık değil</translation>
    </message>
    <message>
        <source>Connect it again.</source>
        <translation>Yeniden bağlanın.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Bağlantı</translation>
    </message>
    <message>
        <source>It is not in the list any more.</source>
        <translation>Artık listede değil.</translation>
    </message>
    <message>
        <source>A change on “%1”</source>
        <extracomment>what is refused: an action on the connection %1</extracomment>
        <translation>“%1” üzerinde değişiklik</translation>
    </message>
    <message>
        <source>this connection cannot do that</source>
        <translation>bu bağlantı bunu yapamaz</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>test the connection</source>
        <translation>bağlantıyı sınama</translation>
    </message>
    <message>
        <source>start the embedded engine</source>
        <translation>gömülü motoru başlatma</translation>
    </message>
    <message>
        <source>stop the embedded engine</source>
        <translation>gömülü motoru durdurma</translation>
    </message>
    <message>
        <source>deploy the sample</source>
        <translation>örneği dağıtma</translation>
    </message>
    <message>
        <source>fetch</source>
        <translation>alma</translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message>
        <source>the sample</source>
        <translation>örnek</translation>
    </message>
    <message>
        <source>its image is made from a static busybox, and there is none on this machine</source>
        <translation>imajı statik bir busybox’tan yapılır ve bu makinede yok</translation>
    </message>
    <message>
        <source>Install it: sudo apt install busybox-static</source>
        <translation>Kurun: sudo apt install busybox-static</translation>
    </message>
    <message>
        <source>Making the image</source>
        <translation>İmaj hazırlanıyor</translation>
    </message>
    <message>
        <source>Starting two replicas</source>
        <translation>İki replika başlatılıyor</translation>
    </message>
    <message>
        <source>deploying the sample</source>
        <translation>örneği dağıtmak</translation>
    </message>
    <message>
        <source>this is no engine</source>
        <translation>bu bir motor değil</translation>
    </message>
</context>
<context>
    <name>WebText</name>
    <message>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <source>“%1” is no address of the web</source>
        <translation>“%1” bir web adresi değil</translation>
    </message>
    <message>
        <source>Write https://host/path.</source>
        <translation>https://sunucu/yol biçiminde yazın.</translation>
    </message>
    <message>
        <source>it redirects without end</source>
        <translation>sonu gelmeyen yönlendirme yapıyor</translation>
    </message>
    <message>
        <source>it redirects to an address without encryption</source>
        <translation>şifrelemesiz bir adrese yönlendiriyor</translation>
    </message>
</context>
<context>
    <name>kaptan::session::Connections</name>
    <message>
        <source>Name</source>
        <translation>Ad</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Boş bırakılmış.</translation>
    </message>
    <message>
        <source>Give the connection a name.</source>
        <translation>Bağlantıya bir ad verin.</translation>
    </message>
    <message>
        <source>Choose a shorter name.</source>
        <translation>Daha kısa bir ad seçin.</translation>
    </message>
    <message>
        <source>Another connection has it.</source>
        <translation>Başka bir bağlantıda var.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Başka bir ad seçin.</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>İstemci sertifikası</translation>
    </message>
    <message>
        <source>A certificate and its key belong together.</source>
        <translation>Sertifika ile anahtarı birlikte verilir.</translation>
    </message>
    <message>
        <source>Give both files or none.</source>
        <translation>İki dosyayı da verin ya da hiçbirini vermeyin.</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>Sertifika yetkilisi</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>İstemci anahtarı</translation>
    </message>
    <message>
        <source>A Unix socket has no TLS.</source>
        <translation>Unix soketinde TLS olmaz.</translation>
    </message>
    <message>
        <source>Leave it empty.</source>
        <translation>Boş bırakın.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 okunamıyor.</translation>
    </message>
    <message>
        <source>Give the path of a PEM file that you may read.</source>
        <translation>Okuma izniniz olan bir PEM dosyasının yolunu verin.</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Bağlantı</translation>
    </message>
    <message>
        <source>It is not in the list any more.</source>
        <translation>Artık listede değil.</translation>
    </message>
    <message>
        <source>It was found in %1 and is changed there.</source>
        <translation>%1 içinde bulundu; orada değiştirilir.</translation>
    </message>
    <message>
        <source>Add a connection of your own with other values.</source>
        <translation>Başka değerlerle kendi bağlantınızı ekleyin.</translation>
    </message>
    <message>
        <source>It was found in %1 and is removed there.</source>
        <translation>%1 içinde bulundu; oradan kaldırılır.</translation>
    </message>
    <message>
        <source>It is longer than %1 characters.</source>
        <translation>%1 karakterden uzun.</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namespace&apos;ler</translation>
    </message>
    <message>
        <source>“%1” is no name of a namespace.</source>
        <translation>“%1” bir namespace adı olamaz.</translation>
    </message>
    <message>
        <source>Use lower-case letters, digits and hyphens.</source>
        <translation>Küçük harf, rakam ve tire kullanın.</translation>
    </message>
    <message>
        <source>Its contexts are in the list already.</source>
        <translation>Context’leri zaten listede.</translation>
    </message>
    <message>
        <source>It has no contexts.</source>
        <translation>İçinde context yok.</translation>
    </message>
    <message>
        <source>Choose a kubeconfig file, as kubectl reads it.</source>
        <translation>kubectl’in okuduğu türden bir kubeconfig dosyası seçin.</translation>
    </message>
</context>
<context>
    <name>kaptan::session::EmbeddedEngine</name>
    <message>
        <source>Embedded engine</source>
        <translation>Gömülü motor</translation>
    </message>
    <message>
        <source>the path is too long for a socket</source>
        <translation>yol bir soket için fazla uzun</translation>
    </message>
    <message>
        <source>it belongs to another user</source>
        <translation>başka bir kullanıcının</translation>
    </message>
    <message>
        <source>it ended at once</source>
        <translation>başlar başlamaz sona erdi</translation>
    </message>
    <message>
        <source>Its last words are in the details.</source>
        <translation>Son çıktısı ayrıntılarda.</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>zamanında yanıt vermedi</translation>
    </message>
    <message>
        <source>it is not installed</source>
        <translation>kurulu değil</translation>
    </message>
    <message>
        <source>Install it: sudo apt install podman</source>
        <translation>Kurun: sudo apt install podman</translation>
    </message>
    <message>
        <source>starting the engine</source>
        <translation>motoru başlatmak</translation>
    </message>
    <message>
        <source>it is being stopped</source>
        <translation>durduruluyor</translation>
    </message>
    <message>
        <source>it is being started</source>
        <translation>başlatılıyor</translation>
    </message>
    <message>
        <source>Kaptan did not start it</source>
        <translation>onu Kaptan başlatmadı</translation>
    </message>
</context>
<context>
    <name>kaptan::session::EngineSession</name>
    <message>
        <source>The connection “%1” is marked read-only.</source>
        <translation>“%1” bağlantısı salt okunur olarak işaretli.</translation>
    </message>
    <message>
        <source>The connection “%1” is not open.</source>
        <translation>“%1” bağlantısı açık değil.</translation>
    </message>
</context>
<context>
    <name>kaptan::session::JointSession</name>
    <message>
        <source>Connection</source>
        <translation>Bağlantı</translation>
    </message>
    <message>
        <source>it was disconnected</source>
        <translation>bağlantı kesildi</translation>
    </message>
    <message>
        <source>Connect it again to see what runs there.</source>
        <translation>Orada neyin çalıştığını görmek için yeniden bağlanın.</translation>
    </message>
</context>
<context>
    <name>kaptan::session::KubeSession</name>
    <message>
        <source>The connection “%1” is marked read-only.</source>
        <translation>“%1” bağlantısı salt okunur olarak işaretli.</translation>
    </message>
    <message>
        <source>The connection “%1” is not open.</source>
        <translation>“%1” bağlantısı açık değil.</translation>
    </message>
    <message>
        <source>You may not list these kinds, so they are missing: %1</source>
        <extracomment>%1 are kinds of objects: &quot;Deployment, Job&quot;</extracomment>
        <translation>Şu türleri listeleme yetkiniz yok, bu yüzden eksikler: %1</translation>
    </message>
    <message>
        <source>In %1 you may not list these kinds, so they are missing: %2</source>
        <extracomment>%1 are namespaces, %2 kinds of objects</extracomment>
        <translation>%1 içinde şu türleri listeleme yetkiniz yok, bu yüzden eksikler: %2</translation>
    </message>
</context>
</TS>
