<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr_TR" sourcelanguage="en">
<context>
    <name>Cli</name>
    <message>
        <source>Shows the connection, the engine and its workloads.</source>
        <translation>Bağlantıyı, motoru ve iş yüklerini gösterir.</translation>
    </message>
    <message>
        <source>How to print: table (default) or json.</source>
        <extracomment>&quot;table&quot; and &quot;json&quot; are typed as they are</extracomment>
        <translation>Çıktı biçimi: table (varsayılan) ya da json.</translation>
    </message>
    <message>
        <source>FORMAT</source>
        <extracomment>the name of a value in the help, in capitals</extracomment>
        <translation>BİÇİM</translation>
    </message>
    <message>
        <source>“%1” is no format</source>
        <translation>“%1” bir biçim değil</translation>
    </message>
    <message>
        <source>Use table or json.</source>
        <translation>table ya da json kullanın.</translation>
    </message>
    <message>
        <source>The connection to use: its name, or an address such as unix:///run/docker.sock. Default: the one used last, or the first one found.</source>
        <translation>Kullanılacak bağlantı: adı ya da unix:///run/docker.sock gibi bir adres. Varsayılan: son kullanılan ya da bulunan ilk bağlantı.</translation>
    </message>
    <message>
        <source>NAME|ADDRESS</source>
        <extracomment>the name of a value in the help, in capitals</extracomment>
        <translation>AD|ADRES</translation>
    </message>
    <message>
        <source>How long to wait for the connection (default 15).</source>
        <translation>Bağlantının ne kadar bekleneceği (varsayılan 15).</translation>
    </message>
    <message>
        <source>SECONDS</source>
        <extracomment>the name of a value in the help, in capitals</extracomment>
        <translation>SANİYE</translation>
    </message>
    <message>
        <source>no engine was found on this machine</source>
        <translation>bu makinede bir motor bulunamadı</translation>
    </message>
    <message>
        <source>Start one (sudo systemctl start docker, or systemctl --user start podman.socket), or start kaptan, which can run one of its own.</source>
        <translation>Bir tane başlatın (sudo systemctl start docker ya da systemctl --user start podman.socket) veya kendi motorunu çalıştırabilen kaptan’ı açın.</translation>
    </message>
    <message>
        <source>there is no connection named “%1”</source>
        <translation>“%1” adında bir bağlantı yok</translation>
    </message>
    <message>
        <source>There are: %1</source>
        <translation>Var olanlar: %1</translation>
    </message>
    <message>
        <source>“%1” cannot be used</source>
        <translation>“%1” kullanılamaz</translation>
    </message>
    <message>
        <source>Use whole seconds from 1 to 3600.</source>
        <translation>1 ile 3600 arasında tam saniye kullanın.</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>Bu yardımı gösterir.</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>Sürümü gösterir.</translation>
    </message>
    <message>
        <source>The language of the output: en or tr. Default: that of the environment.</source>
        <extracomment>&quot;en&quot; and &quot;tr&quot; are typed as they are</extracomment>
        <translation>Çıktının dili: en ya da tr. Varsayılan: ortamın dili.</translation>
    </message>
    <message>
        <source>LANGUAGE</source>
        <extracomment>the name of a value in the help, in capitals</extracomment>
        <translation>DİL</translation>
    </message>
    <message>
        <source>Try: kaptanctl --help</source>
        <translation>Deneyin: kaptanctl --help</translation>
    </message>
    <message>
        <source>there is no command “%1”</source>
        <translation>“%1” diye bir komut yok</translation>
    </message>
    <message>
        <source>no command was given</source>
        <translation>komut verilmedi</translation>
    </message>
    <message>
        <source>“%1” is one word too many</source>
        <translation>“%1” fazladan bir sözcük</translation>
    </message>
    <message>
        <source>the command was done; the state of workloads does not change this</source>
        <translation>komut yerine getirildi; iş yüklerinin durumu bunu değiştirmez</translation>
    </message>
    <message>
        <source>connected, but the command could not be done</source>
        <translation>bağlanıldı, ama komut yerine getirilemedi</translation>
    </message>
    <message>
        <source>the words were not understood</source>
        <translation>sözcükler anlaşılmadı</translation>
    </message>
    <message>
        <source>no engine was found or reached</source>
        <translation>motor bulunamadı ya da motora ulaşılamadı</translation>
    </message>
    <message>
        <source>interrupted (143: asked to end)</source>
        <translation>yarıda kesildi (143: sona ermesi istendi)</translation>
    </message>
    <message>
        <source>Shows this help, or that of the command.</source>
        <translation>Bu yardımı ya da komutun yardımını gösterir.</translation>
    </message>
    <message>
        <source>Usage: kaptanctl COMMAND [OPTIONS]</source>
        <translation>Kullanım: kaptanctl KOMUT [SEÇENEKLER]</translation>
    </message>
    <message>
        <source>Kaptan without its window: what runs on Docker and Podman, for terminals and scripts.</source>
        <translation>Penceresiz Kaptan: Docker ve Podman’da çalışanlar, terminaller ve betikler için.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Komutlar:</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Seçenekler:</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>Çıkış kodları:</translation>
    </message>
    <message>
        <source>kaptanctl COMMAND --help shows the options of a command.</source>
        <translation>kaptanctl KOMUT --help bir komutun seçeneklerini gösterir.</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Çalışmıyor</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Kısmen çalışıyor</translation>
    </message>
    <message>
        <source>Progressing</source>
        <translation>İlerliyor</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Çalışıyor</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Duraklatıldı</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Durdu</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Tamamlandı</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Bilinmiyor</translation>
    </message>
    <message>
        <source>production</source>
        <translation>üretim</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>salt okunur</translation>
    </message>
    <message>
        <source>Connection:</source>
        <translation>Bağlantı:</translation>
    </message>
    <message>
        <source>Engine:</source>
        <extracomment>%1 is &quot;Docker 20.10.24&quot;, %2 a version</extracomment>
        <translation>Motor:</translation>
    </message>
    <message>
        <source>%1, API %2</source>
        <translation>%1, API %2</translation>
    </message>
    <message>
        <source>Host:</source>
        <translation>Makine:</translation>
    </message>
    <message>
        <source>%1 (%2), %3, %4 memory</source>
        <extracomment>%1 a host&apos;s name, %2 its operating system, %3 &quot;4 CPUs&quot;, %4 an amount of memory</extracomment>
        <translation>%1 (%2), %3, %4 bellek</translation>
    </message>
    <message numerus="yes">
        <source>%n CPU(s)</source>
        <translation>
            <numerusform>%n CPU</numerusform>
        </translation>
    </message>
    <message>
        <source>Workloads:</source>
        <translation>İş yükleri:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>yok</translation>
    </message>
    <message>
        <source>NAME</source>
        <extracomment>the name of a value in the help, in capitals</extracomment>
        <translation>AD</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>DURUM</translation>
    </message>
    <message>
        <source>READY</source>
        <translation>HAZIR</translation>
    </message>
    <message>
        <source>RESTARTS</source>
        <translation>BAŞLATMA</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>İMAJ</translation>
    </message>
    <message>
        <source>AGE</source>
        <translation>YAŞ</translation>
    </message>
    <message>
        <source>now</source>
        <translation>şimdi</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 sn</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 dk</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 sa</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 g</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 y</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>bağlanmak</translation>
    </message>
    <message>
        <source>Usage: kaptanctl %1 [OPTIONS]</source>
        <extracomment>%1 is a command (&quot;status&quot;), typed as it is</extracomment>
        <translation>Kullanım: kaptanctl %1 [SEÇENEKLER]</translation>
    </message>
    <message>
        <source>%1 of %2 with everything ready</source>
        <translation>%2 iş yükünden %1 tanesinde her şey hazır</translation>
    </message>
    <message>
        <source>The context of a kubeconfig file to use: a Kubernetes cluster.</source>
        <translation>Kullanılacak kubeconfig context&apos;i: bir Kubernetes kümesi.</translation>
    </message>
    <message>
        <source>The kubeconfig file to read instead of $KUBECONFIG and ~/.kube/config.</source>
        <translation>$KUBECONFIG ve ~/.kube/config yerine okunacak kubeconfig dosyası.</translation>
    </message>
    <message>
        <source>FILE</source>
        <extracomment>the name of a value in the help, in capitals</extracomment>
        <translation>DOSYA</translation>
    </message>
    <message>
        <source>it does not go with --context and --kubeconfig</source>
        <translation>--context ve --kubeconfig ile birlikte kullanılamaz</translation>
    </message>
    <message>
        <source>Give one of them.</source>
        <translation>Yalnızca birini verin.</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>boş</translation>
    </message>
    <message>
        <source>Give a file.</source>
        <translation>Bir dosya verin.</translation>
    </message>
    <message>
        <source>no kubeconfig file defines a context</source>
        <translation>hiçbir kubeconfig dosyası context tanımlamıyor</translation>
    </message>
    <message>
        <source>there is no context named “%1”</source>
        <translation>“%1” adında bir context yok</translation>
    </message>
    <message>
        <source>[y/N]</source>
        <translation>[e/H]</translation>
    </message>
    <message>
        <source>Cluster:</source>
        <translation>Küme:</translation>
    </message>
    <message>
        <source>Warning:</source>
        <translation>Uyarı:</translation>
    </message>
    <message>
        <source>the server&apos;s certificate is not checked</source>
        <translation>sunucunun sertifikası denetlenmiyor</translation>
    </message>
    <message>
        <source>%1 wants to run this program:</source>
        <extracomment>%1 a path of a file</extracomment>
        <translation>%1 şu programı çalıştırmak istiyor:</translation>
    </message>
    <message>
        <source>with these arguments:</source>
        <translation>şu argümanlarla:</translation>
    </message>
    <message>
        <source>and these variables:</source>
        <extracomment>variables of the environment; of some the name alone</extracomment>
        <translation>ve şu değişkenlerle:</translation>
    </message>
    <message>
        <source>Run it?</source>
        <translation>Çalıştırılsın mı?</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Not:</translation>
    </message>
</context>
</TS>
