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
    <message>
        <source>apply %1</source>
        <translation>%1 uygulanacak</translation>
    </message>
    <message>
        <source>The server checks everything and keeps nothing.</source>
        <translation>Sunucu her şeyi denetler, hiçbirini saklamaz.</translation>
    </message>
    <message>
        <source>Takes fields over from those who manage them.</source>
        <translation>Alanları, onları yönetenlerden devralır.</translation>
    </message>
    <message>
        <source>it is one word too many</source>
        <translation>bu sözcük fazla</translation>
    </message>
    <message>
        <source>Name manifests with -f, once for each.</source>
        <translation>Manifestleri -f ile verin, her biri için bir kez.</translation>
    </message>
    <message>
        <source>not sent</source>
        <extracomment>what became of an object: it was not reached</extracomment>
        <translation>gönderilmedi</translation>
    </message>
    <message>
        <source>unknown</source>
        <extracomment>what became of an object: it was sent, nobody knows</extracomment>
        <translation>bilinmiyor</translation>
    </message>
    <message>
        <source>created</source>
        <extracomment>what became of an object</extracomment>
        <translation>oluşturuldu</translation>
    </message>
    <message>
        <source>changed</source>
        <extracomment>what became of an object</extracomment>
        <translation>değiştirildi</translation>
    </message>
    <message>
        <source>unchanged</source>
        <extracomment>what became of an object</extracomment>
        <translation>değişmedi</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>what became of an object
----------
how a deployment ended</extracomment>
        <translation>başarısız</translation>
    </message>
    <message>
        <source>OBJECT</source>
        <extracomment>heads of columns, in capitals
----------
head of a column: whom an event is about</extracomment>
        <translation>NESNE</translation>
    </message>
    <message>
        <source>NAMESPACE</source>
        <translation>NAMESPACE</translation>
    </message>
    <message>
        <source>OUTCOME</source>
        <translation>SONUÇ</translation>
    </message>
    <message>
        <source>(dry run)</source>
        <extracomment>behind &quot;created&quot; or &quot;changed&quot;: nothing was kept</extracomment>
        <translation>(deneme)</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Uyarı: %1</translation>
    </message>
    <message>
        <source>Fields of it are managed by somebody else:</source>
        <translation>Bazı alanlarını başkası yönetiyor:</translation>
    </message>
    <message>
        <source>%1 is managed by “%2”</source>
        <extracomment>%1 is a field (&quot;.spec.replicas&quot;), %2 a program</extracomment>
        <translation>%1 alanını “%2” yönetiyor</translation>
    </message>
    <message>
        <source>Leave these fields out of the manifest, or take them over with --force-conflicts.</source>
        <translation>Bu alanları manifestten çıkarın ya da --force-conflicts ile devralın.</translation>
    </message>
    <message>
        <source>The connection to use: its name. Default: the current context of the kubeconfig.</source>
        <translation>Kullanılacak bağlantı: adı. Varsayılan: kubeconfig’in geçerli context’i.</translation>
    </message>
    <message>
        <source>The namespace. Default: that of the context.</source>
        <translation>Namespace. Varsayılan: context’inki.</translation>
    </message>
    <message>
        <source>Do not ask. For a connection that is marked as production, --confirm has to name it as well.</source>
        <translation>Sorma. Üretim olarak işaretli bir bağlantıda ayrıca --confirm ile adı verilmelidir.</translation>
    </message>
    <message>
        <source>The name of the connection that is marked as production.</source>
        <translation>Üretim olarak işaretli bağlantının adı.</translation>
    </message>
    <message>
        <source>How long to wait with --wait (default 300).</source>
        <translation>--wait ile ne kadar bekleneceği (varsayılan 300).</translation>
    </message>
    <message>
        <source>Use whole seconds from 1 to 86400.</source>
        <translation>1 ile 86400 arasında tam saniye verin.</translation>
    </message>
    <message>
        <source>it goes with --wait</source>
        <translation>--wait ile birlikte kullanılır</translation>
    </message>
    <message>
        <source>Add --wait, or leave it out.</source>
        <translation>--wait ekleyin ya da bunu çıkarın.</translation>
    </message>
    <message>
        <source>“%1” is no name of an object</source>
        <translation>“%1” bir nesne adı değil</translation>
    </message>
    <message>
        <source>A name is not empty and has no slash.</source>
        <translation>Bir ad boş olmaz ve bölü işareti içermez.</translation>
    </message>
    <message>
        <source>“%1” is no name of a namespace</source>
        <translation>“%1” bir namespace adı değil</translation>
    </message>
    <message>
        <source>It has small letters, digits and hyphens, at most 63 of them.</source>
        <translation>Küçük harf, rakam ve tireden oluşur, en çok 63 karakterdir.</translation>
    </message>
    <message>
        <source>“%1” is a container engine, not a Kubernetes cluster</source>
        <translation>“%1” bir konteyner motoru, Kubernetes kümesi değil</translation>
    </message>
    <message>
        <source>Name a cluster with --context or --connection.</source>
        <translation>--context ya da --connection ile bir küme seçin.</translation>
    </message>
    <message>
        <source>the connection “%1” is marked read-only</source>
        <translation>“%1” bağlantısı salt okunur olarak işaretli</translation>
    </message>
    <message>
        <source>it goes with --yes</source>
        <translation>--yes ile birlikte kullanılır</translation>
    </message>
    <message>
        <source>Give both, or leave it out to be asked.</source>
        <translation>İkisini birden verin ya da sorulması için bunu çıkarın.</translation>
    </message>
    <message>
        <source>the connection is called “%1”, not “%2”</source>
        <translation>bağlantının adı “%1”, “%2” değil</translation>
    </message>
    <message>
        <source>Look whether it is the one that you mean.</source>
        <translation>Düşündüğünüz bağlantı olup olmadığına bakın.</translation>
    </message>
    <message>
        <source>kaptanctl get crds lists the kinds that were added to the cluster.</source>
        <translation>Kümeye sonradan eklenen türleri kaptanctl get crds listeler.</translation>
    </message>
    <message>
        <source>Do you mean one of these: %1?</source>
        <translation>Bunlardan birini mi demek istediniz: %1?</translation>
    </message>
    <message>
        <source>Not all kinds are known, since these do not answer: %1.</source>
        <extracomment>%1 are API groups of a cluster (&quot;metrics.k8s.io/v1beta1&quot;)</extracomment>
        <translation>Şunlar yanıt vermediği için bütün türler bilinmiyor: %1.</translation>
    </message>
    <message>
        <source>the cluster has no such kind</source>
        <translation>kümede böyle bir tür yok</translation>
    </message>
    <message>
        <source>it is marked as production, and there is no terminal to ask at</source>
        <translation>üretim olarak işaretli ve soru sorulacak bir terminal yok</translation>
    </message>
    <message>
        <source>Add --yes --confirm and the connection&apos;s name.</source>
        <translation>--yes --confirm ve bağlantının adını ekleyin.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ve %n tane daha</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is production. Type its name to go on:</source>
        <extracomment>%1 is the name of a connection</extracomment>
        <translation>“%1” üretim ortamı. Sürdürmek için adını yazın:</translation>
    </message>
    <message>
        <source>its name was not typed</source>
        <translation>adı yazılmadı</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Hiçbir şey değiştirilmedi.</translation>
    </message>
    <message>
        <source>KIND[,KIND...] [NAME...] | KIND/NAME...</source>
        <extracomment>behind &quot;kaptanctl get&quot; in a usage line</extracomment>
        <translation>TÜR[,TÜR...] [AD...] | TÜR/AD...</translation>
    </message>
    <message>
        <source>Lists objects of a cluster, or shows those that are named.</source>
        <translation>Bir kümenin nesnelerini listeler ya da adı verilenleri gösterir.</translation>
    </message>
    <message>
        <source>KIND is a kind, its plural or its short name: Deployment, deployments, deploy, deployments.apps. Values of Secrets are hidden in JSON and YAML.</source>
        <translation>TÜR; türün kendisi, çoğulu ya da kısa adıdır: Deployment, deployments, deploy, deployments.apps. Secret değerleri JSON ve YAML’de gizlenir.</translation>
    </message>
    <message>
        <source>-f FILE|FOLDER|URL|- ...</source>
        <extracomment>behind &quot;kaptanctl apply&quot; in a usage line
----------
behind &quot;kaptanctl diff&quot; in a usage line</extracomment>
        <translation>-f DOSYA|KLASÖR|URL|- ...</translation>
    </message>
    <message>
        <source>Applies manifests to a cluster, in the order of their dependencies.</source>
        <translation>Manifestleri bağımlılık sırasıyla bir kümeye uygular.</translation>
    </message>
    <message>
        <source>The server merges (server-side apply, field manager “kaptan”). A field that somebody else manages is a conflict and stays as it is. Nothing is sent where a manifest has errors. Exit code 1: an object failed.</source>
        <translation>Birleştirmeyi sunucu yapar (server-side apply, alan yöneticisi “kaptan”). Başkasının yönettiği bir alan çakışmadır ve olduğu gibi kalır. Bir manifestte hata varsa hiçbir şey gönderilmez. Çıkış kodu 1: bir nesne başarısız oldu.</translation>
    </message>
    <message>
        <source>Shows what apply would change; changes nothing.</source>
        <translation>apply’ın neyi değiştireceğini gösterir; hiçbir şeyi değiştirmez.</translation>
    </message>
    <message>
        <source>Exit codes as those of kubectl diff: 0 no differences, 1 differences, above 1 an error (4: an object or a manifest).</source>
        <translation>Çıkış kodları kubectl diff’inkilerdir: 0 fark yok, 1 fark var, 1’den büyük hata (4: bir nesne ya da manifest).</translation>
    </message>
    <message>
        <source>KIND NAME... | KIND/NAME... | -f FILE...</source>
        <extracomment>behind &quot;kaptanctl delete&quot; in a usage line</extracomment>
        <translation>TÜR AD... | TÜR/AD... | -f DOSYA...</translation>
    </message>
    <message>
        <source>Deletes objects of a cluster.</source>
        <translation>Bir kümenin nesnelerini siler.</translation>
    </message>
    <message>
        <source>Exit code 1: an object was not there, could not be deleted, or with --wait is still there.</source>
        <translation>Çıkış kodu 1: bir nesne yoktu, silinemedi ya da --wait ile hâlâ duruyor.</translation>
    </message>
    <message>
        <source>KIND/NAME...</source>
        <extracomment>behind &quot;kaptanctl restart&quot; in a usage line</extracomment>
        <translation>TÜR/AD...</translation>
    </message>
    <message>
        <source>Rolls a Deployment, StatefulSet or DaemonSet out again.</source>
        <translation>Bir Deployment, StatefulSet ya da DaemonSet’i yeniden yayar (rollout).</translation>
    </message>
    <message>
        <source>NODE</source>
        <extracomment>behind &quot;kaptanctl drain&quot; in a usage line</extracomment>
        <translation>NODE</translation>
    </message>
    <message>
        <source>Closes a node to new pods and evicts those that are on it.</source>
        <translation>Bir node’u yeni pod’lara kapatır ve üzerindekileri tahliye eder.</translation>
    </message>
    <message>
        <source>Disruption budgets are respected: what one protects is asked for again until it may go. The node stays closed; uncordon opens it again.</source>
        <translation>Disruption budget’lara uyulur: birinin koruduğu pod, gitmesine izin verilene dek yeniden istenir. Node kapalı kalır; uncordon yeniden açar.</translation>
    </message>
    <message>
        <source>NODE...</source>
        <extracomment>behind &quot;kaptanctl cordon&quot; in a usage line</extracomment>
        <translation>NODE...</translation>
    </message>
    <message>
        <source>Keeps new pods away from a node.</source>
        <translation>Yeni pod’ları bir node’dan uzak tutar.</translation>
    </message>
    <message>
        <source>Lets new pods come to a node again.</source>
        <translation>Bir node’a yeniden pod gelmesine izin verir.</translation>
    </message>
    <message>
        <source>cordon the node %1</source>
        <translation>%1 node’u yeni pod’lara kapatılacak</translation>
    </message>
    <message>
        <source>uncordon the node %1</source>
        <translation>%1 node’u yeni pod’lara açılacak</translation>
    </message>
    <message>
        <source>%1: closed to new pods</source>
        <translation>%1: yeni pod’lara kapalı</translation>
    </message>
    <message>
        <source>%1: open to new pods</source>
        <translation>%1: yeni pod’lara açık</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>eksik</translation>
    </message>
    <message>
        <source>Name a node.</source>
        <translation>Bir node adı verin.</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>%1 silinecek</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>it has no name of its own</source>
        <translation>kendine ait bir adı yok</translation>
    </message>
    <message>
        <source>Name the object: kaptanctl delete KIND/NAME.</source>
        <translation>Nesneyi adıyla verin: kaptanctl delete TÜR/AD.</translation>
    </message>
    <message>
        <source>Check apiVersion and kind.</source>
        <translation>apiVersion ve kind’ı denetleyin.</translation>
    </message>
    <message>
        <source>%1: deleted (dry run)</source>
        <translation>%1: silindi (deneme)</translation>
    </message>
    <message>
        <source>%1: deleted</source>
        <translation>%1: silindi</translation>
    </message>
    <message>
        <source>%1: was not there</source>
        <translation>%1: zaten yoktu</translation>
    </message>
    <message>
        <source>it is still there after %1 s</source>
        <translation>%1 sn sonra hâlâ duruyor</translation>
    </message>
    <message>
        <source>It is being deleted; look again later, or give --wait-timeout more.</source>
        <translation>Siliniyor; sonra yeniden bakın ya da --wait-timeout’u artırın.</translation>
    </message>
    <message>
        <source>It waits for its finalizers: %1. Whoever set them has to finish and take them off.</source>
        <translation>Finalizer’larını bekliyor: %1. Onları koyanın işini bitirip kaldırması gerekir.</translation>
    </message>
    <message>
        <source>“%1” is unknown</source>
        <translation>“%1” bilinmiyor</translation>
    </message>
    <message>
        <source>Use background, foreground or orphan.</source>
        <translation>background, foreground ya da orphan kullanın.</translation>
    </message>
    <message>
        <source>objects do not go with -f</source>
        <translation>nesneler -f ile birlikte verilmez</translation>
    </message>
    <message>
        <source>Name objects, or manifests with -f.</source>
        <translation>Ya nesneleri adıyla verin ya da manifestleri -f ile.</translation>
    </message>
    <message>
        <source>The server checks everything and deletes nothing.</source>
        <translation>Sunucu her şeyi denetler, hiçbir şey silmez.</translation>
    </message>
    <message>
        <source>What becomes of objects that belong to it: background (default; they go after it), foreground (before it) or orphan (they stay).</source>
        <extracomment>the three words are typed as they are</extracomment>
        <translation>Ona ait nesnelere ne olacağı: background (varsayılan; ondan sonra silinirler), foreground (ondan önce) ya da orphan (kalırlar).</translation>
    </message>
    <message>
        <source>HOW</source>
        <extracomment>the name of a value in the help, in capitals</extracomment>
        <translation>YOL</translation>
    </message>
    <message>
        <source>What is not there is no error.</source>
        <translation>Orada olmayan nesne hata sayılmaz.</translation>
    </message>
    <message>
        <source>Waits until the objects are gone.</source>
        <translation>Nesneler yok olana dek bekler.</translation>
    </message>
    <message>
        <source>%1: %2 is managed by %3; apply takes it only with --force-conflicts</source>
        <translation>%1: %2 alanını %3 yönetiyor; apply onu yalnızca --force-conflicts ile alır</translation>
    </message>
    <message>
        <source>would be evicted</source>
        <translation>tahliye edilecek</translation>
    </message>
    <message>
        <source>is leaving already</source>
        <translation>zaten gidiyor</translation>
    </message>
    <message>
        <source>stays: it is of a file on the node</source>
        <translation>kalır: node’daki bir dosyadan geliyor</translation>
    </message>
    <message>
        <source>stays: a DaemonSet would make it again</source>
        <translation>kalır: DaemonSet onu yeniden oluştururdu</translation>
    </message>
    <message>
        <source>stays: it has finished</source>
        <translation>kalır: işi bitmiş</translation>
    </message>
    <message>
        <source>is in the way: a DaemonSet&apos;s, see --ignore-daemonsets</source>
        <translation>engel: bir DaemonSet’in, bkz. --ignore-daemonsets</translation>
    </message>
    <message>
        <source>is in the way: it would lose its emptyDir, see --delete-emptydir-data</source>
        <translation>engel: emptyDir verisini yitirir, bkz. --delete-emptydir-data</translation>
    </message>
    <message>
        <source>is in the way: nobody would make it again, see --force</source>
        <translation>engel: kimse yeniden oluşturmaz, bkz. --force</translation>
    </message>
    <message>
        <source>drain the node %1</source>
        <translation>%1 node’u boşaltılacak</translation>
    </message>
    <message>
        <source>POD</source>
        <extracomment>heads of columns, in capitals</extracomment>
        <translation>POD</translation>
    </message>
    <message>
        <source>FATE</source>
        <translation>NE OLACAK</translation>
    </message>
    <message>
        <source>No pod is on the node.</source>
        <translation>Node üzerinde pod yok.</translation>
    </message>
    <message>
        <source>%1: evicted, shutting down</source>
        <translation>%1: tahliye edildi, kapanıyor</translation>
    </message>
    <message>
        <source>%1: gone</source>
        <translation>%1: gitti</translation>
    </message>
    <message>
        <source>%1: a disruption budget does not let it go yet</source>
        <translation>%1: bir disruption budget henüz gitmesine izin vermiyor</translation>
    </message>
    <message>
        <source>%1: the disruption budget %2 does not let it go yet</source>
        <extracomment>%2 are names of budgets</extracomment>
        <translation>%1: %2 disruption budget’ı henüz gitmesine izin vermiyor</translation>
    </message>
    <message>
        <source>%1: drained, and closed to new pods</source>
        <translation>%1: boşaltıldı, yeni pod’lara kapalı</translation>
    </message>
    <message>
        <source>No new pods come to the node until: kaptanctl uncordon %1</source>
        <translation>Şu komuta dek node’a yeni pod gelmez: kaptanctl uncordon %1</translation>
    </message>
    <message>
        <source>Use a whole number from %1 to %2.</source>
        <translation>%1 ile %2 arasında bir tam sayı verin.</translation>
    </message>
    <message>
        <source>Shows what would become of each pod; changes nothing.</source>
        <translation>Her pod’a ne olacağını gösterir; hiçbir şeyi değiştirmez.</translation>
    </message>
    <message>
        <source>Evicts pods that nobody makes again, too.</source>
        <translation>Kimsenin yeniden oluşturmayacağı pod’ları da tahliye eder.</translation>
    </message>
    <message>
        <source>Evicts pods whose data in emptyDir volumes is lost with them, too.</source>
        <translation>emptyDir birimlerindeki verisi kendisiyle yitecek pod’ları da tahliye eder.</translation>
    </message>
    <message>
        <source>Leaves pods of DaemonSets where they are; else they are in the way.</source>
        <translation>DaemonSet pod’larını yerinde bırakır; yoksa engel sayılırlar.</translation>
    </message>
    <message>
        <source>How long a pod may take to end. Default: its own time.</source>
        <translation>Bir pod’un kapanması için tanınan süre. Varsayılan: kendi süresi.</translation>
    </message>
    <message>
        <source>How long to go on; 0 (default): without end.</source>
        <translation>Ne kadar sürdürüleceği; 0 (varsayılan): sınırsız.</translation>
    </message>
    <message>
        <source>Name one node.</source>
        <translation>Bir node adı verin.</translation>
    </message>
    <message>
        <source>Values of Secrets are hidden; --show-secrets shows them.</source>
        <translation>Secret değerleri gizlendi; --show-secrets gösterir.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Hiçbir şey bulunamadı.</translation>
    </message>
    <message>
        <source>Nothing was found in the namespace %1.</source>
        <translation>%1 namespace’inde hiçbir şey bulunamadı.</translation>
    </message>
    <message>
        <source>Use table, wide, json, yaml or name.</source>
        <translation>table, wide, json, yaml ya da name kullanın.</translation>
    </message>
    <message>
        <source>it does not go with --namespace</source>
        <translation>--namespace ile birlikte verilmez</translation>
    </message>
    <message>
        <source>a name stands for one namespace only</source>
        <translation>bir ad yalnızca tek bir namespace’e aittir</translation>
    </message>
    <message>
        <source>Leave the name out, or give its namespace with -n.</source>
        <translation>Adı çıkarın ya da namespace’ini -n ile verin.</translation>
    </message>
    <message>
        <source>it does not go with names</source>
        <translation>adlarla birlikte verilmez</translation>
    </message>
    <message>
        <source>Of all namespaces.</source>
        <translation>Bütün namespace’lerden.</translation>
    </message>
    <message>
        <source>Only objects with these labels: app=web,tier!=cache</source>
        <translation>Yalnızca şu etiketleri taşıyan nesneler: app=web,tier!=cache</translation>
    </message>
    <message>
        <source>SELECTOR</source>
        <extracomment>the name of a value in the help, in capitals</extracomment>
        <translation>SEÇİCİ</translation>
    </message>
    <message>
        <source>How to print: table (default), wide, json, yaml or name.</source>
        <extracomment>the words are typed as they are</extracomment>
        <translation>Çıktı biçimi: table (varsayılan), wide, json, yaml ya da name.</translation>
    </message>
    <message>
        <source>Shows the values of Secrets in JSON and YAML.</source>
        <translation>Secret değerlerini JSON ve YAML’de gösterir.</translation>
    </message>
    <message>
        <source>it cannot be read: %1</source>
        <translation>okunamıyor: %1</translation>
    </message>
    <message>
        <source>Check the path and its permissions.</source>
        <translation>Yolu ve izinlerini denetleyin.</translation>
    </message>
    <message>
        <source>it is larger than %1 MiB</source>
        <translation>%1 MiB’den büyük</translation>
    </message>
    <message>
        <source>Split it into several files.</source>
        <translation>Birkaç dosyaya bölün.</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>UTF-8 değil</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>UTF-8 olarak kaydedin.</translation>
    </message>
    <message>
        <source>the folder holds no manifest (*.yaml, *.yml, *.json)</source>
        <translation>klasörde manifest yok (*.yaml, *.yml, *.json)</translation>
    </message>
    <message>
        <source>-R looks into its folders too.</source>
        <translation>-R içindeki klasörlere de bakar.</translation>
    </message>
    <message>
        <source>%1 belongs to the namespace %2, not to %3</source>
        <extracomment>%1 is an object, %2 and %3 are namespaces</extracomment>
        <translation>%1, %3 değil %2 namespace’ine ait</translation>
    </message>
    <message>
        <source>Leave -n out, or the namespace in the manifest.</source>
        <translation>-n’yi ya da manifestteki namespace’i çıkarın.</translation>
    </message>
    <message>
        <source>%1 stands at %2 already</source>
        <extracomment>%1 is an object, %2 a place: &quot;web.yaml:12&quot;</extracomment>
        <translation>%1 zaten %2 konumunda yer alıyor</translation>
    </message>
    <message>
        <source>Take one of them out.</source>
        <translation>Birini çıkarın.</translation>
    </message>
    <message>
        <source>A manifest: a file, a folder, an http or https address, or - for the standard input. May be given more than once.</source>
        <translation>Bir manifest: dosya, klasör, http ya da https adresi, standart girdi için -. Birden çok kez verilebilir.</translation>
    </message>
    <message>
        <source>Folders with all folders in them.</source>
        <translation>Klasörler, içlerindeki bütün klasörlerle.</translation>
    </message>
    <message>
        <source>Name a file, a folder, an address or - with -f.</source>
        <translation>-f ile bir dosya, klasör, adres ya da - verin.</translation>
    </message>
    <message>
        <source>the standard input can be read once only</source>
        <translation>standart girdi yalnızca bir kez okunabilir</translation>
    </message>
    <message>
        <source>Give it once.</source>
        <translation>Bir kez verin.</translation>
    </message>
    <message>
        <source>Nothing was sent, since the manifests have errors.</source>
        <translation>Manifestlerde hata olduğu için hiçbir şey gönderilmedi.</translation>
    </message>
    <message>
        <source>The manifests hold no object.</source>
        <translation>Manifestlerde nesne yok.</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>yanıt</translation>
    </message>
    <message>
        <source>no engine or cluster was found or reached</source>
        <translation>motor ya da küme bulunamadı veya ulaşılamadı</translation>
    </message>
    <message>
        <source>diff alone: an object or a manifest has errors</source>
        <translation>yalnızca diff: bir nesnede ya da manifestte hata var</translation>
    </message>
    <message>
        <source>Kaptan without its window: what runs on Docker, Podman and Kubernetes, for terminals and scripts.</source>
        <translation>Penceresiz Kaptan: Docker, Podman ve Kubernetes’te çalışanlar, terminal ve betikler için.</translation>
    </message>
    <message>
        <source>a restart of %1</source>
        <translation>%1 yeniden başlatması</translation>
    </message>
    <message>
        <source>it has no template that could be rolled out again</source>
        <translation>yeniden yayılabilecek bir şablonu yok</translation>
    </message>
    <message>
        <source>Deployments, StatefulSets and DaemonSets have one.</source>
        <translation>Deployment, StatefulSet ve DaemonSet’lerin vardır.</translation>
    </message>
    <message>
        <source>restart %1 in %2</source>
        <translation>%1 yeniden başlatılacak (%2)</translation>
    </message>
    <message>
        <source>%1: restarted</source>
        <translation>%1: yeniden başlatıldı</translation>
    </message>
    <message>
        <source>%1: all pods are new</source>
        <translation>%1: bütün pod’lar yeni</translation>
    </message>
    <message>
        <source>%1 after %2 s</source>
        <extracomment>%1 says what is missing</extracomment>
        <translation>%2 sn sonra: %1</translation>
    </message>
    <message>
        <source>The rollout goes on; look again later, or give --wait-timeout more.</source>
        <translation>Rollout sürüyor; sonra yeniden bakın ya da --wait-timeout’u artırın.</translation>
    </message>
    <message>
        <source>Why, for the history of the rollout (kubernetes.io/change-cause). Default: this command.</source>
        <translation>Rollout geçmişi için neden (kubernetes.io/change-cause). Varsayılan: bu komut.</translation>
    </message>
    <message>
        <source>TEXT</source>
        <extracomment>the name of a value in the help, in capitals</extracomment>
        <translation>METİN</translation>
    </message>
    <message>
        <source>Waits until all pods are new and ready.</source>
        <translation>Bütün pod’lar yeni ve hazır olana dek bekler.</translation>
    </message>
    <message>
        <source>%1 of %2 pods are new</source>
        <extracomment>how many pods run the new template, of how many</extracomment>
        <translation>%2 pod’dan %1 tanesi yeni</translation>
    </message>
    <message>
        <source>%1 of %2 pods are ready</source>
        <translation>%2 pod’dan %1 tanesi hazır</translation>
    </message>
    <message numerus="yes">
        <source>%n old pods are left</source>
        <translation>
            <numerusform>%n eski pod kaldı</numerusform>
        </translation>
    </message>
    <message>
        <source>its strategy is OnDelete: a pod is new when it was deleted</source>
        <translation>stratejisi OnDelete: bir pod silindiğinde yenilenir</translation>
    </message>
    <message>
        <source>the cluster has not begun</source>
        <translation>küme henüz başlamadı</translation>
    </message>
    <message>
        <source>it has no slash, though other words have</source>
        <translation>bölü işareti yok, oysa öteki sözcüklerde var</translation>
    </message>
    <message>
        <source>Write KIND/NAME for each object, or KIND NAME...</source>
        <translation>Her nesne için TÜR/AD ya da TÜR AD... yazın</translation>
    </message>
    <message>
        <source>before the slash stands no kind</source>
        <translation>bölü işaretinden önce tür yok</translation>
    </message>
    <message>
        <source>Write KIND/NAME, such as deployment/web.</source>
        <translation>TÜR/AD yazın, örneğin deployment/web.</translation>
    </message>
    <message>
        <source>KIND</source>
        <extracomment>the name of a value in the help, in capitals
----------
the words in capitals as in the usage line</extracomment>
        <translation>TÜR</translation>
    </message>
    <message>
        <source>Write a kind, such as pods.</source>
        <translation>Bir tür yazın, örneğin pods.</translation>
    </message>
    <message>
        <source>no object is named</source>
        <translation>nesne adı verilmedi</translation>
    </message>
    <message>
        <source>between the commas a kind is missing</source>
        <translation>virgüller arasında bir tür eksik</translation>
    </message>
    <message>
        <source>Write them as in pods,services.</source>
        <translation>pods,services gibi yazın.</translation>
    </message>
    <message>
        <source>names go with one kind only</source>
        <translation>adlar yalnızca tek bir türle verilir</translation>
    </message>
    <message>
        <source>Write KIND/NAME for each object.</source>
        <translation>Her nesne için TÜR/AD yazın.</translation>
    </message>
    <message>
        <source>a change of “%1”</source>
        <extracomment>%1 is the name of a connection; begins &quot;... is not possible here&quot;</extracomment>
        <translation>“%1” üzerinde değişiklik</translation>
    </message>
    <message>
        <source>Shows in JSON and YAML who manages which field (metadata.managedFields).</source>
        <translation>JSON ve YAML’de hangi alanı kimin yönettiğini gösterir (metadata.managedFields).</translation>
    </message>
    <message>
        <source>the API group %1 does not answer: whether it is there is not known</source>
        <extracomment>%1 is an API group (&quot;metrics.k8s.io&quot;); &quot;it&quot; is the object</extracomment>
        <translation>%1 API grubu yanıt vermiyor: nesnenin orada olup olmadığı bilinmiyor</translation>
    </message>
    <message>
        <source>Try again when the group answers.</source>
        <translation>Grup yanıt verdiğinde yeniden deneyin.</translation>
    </message>
    <message>
        <source>Records connections into the history until it is told to end.</source>
        <translation>Durdurulana kadar bağlantıları geçmişe kaydeder.</translation>
    </message>
    <message>
        <source>The same that the window does for what it shows: samples, events, scalings and deployments. One Kaptan at a time records a connection. As a service: systemctl --user enable --now kaptan-record.</source>
        <translation>Pencerenin gösterdiği bağlantı için yaptığının aynısı: ölçümler, olaylar, ölçeklemeler ve deployment&apos;lar. Bir bağlantıyı aynı anda tek bir Kaptan kaydeder. Servis olarak: systemctl --user enable --now kaptan-record.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Kaptan; it is only read.</source>
        <translation>%1 daha yeni bir Kaptan tarafından yazılmış; yalnızca okunuyor.</translation>
    </message>
    <message>
        <source>The history was damaged. It was set aside as %1 and a new one begun.</source>
        <translation>Geçmiş bozulmuş. %1 adıyla kenara kondu ve yenisi başlatıldı.</translation>
    </message>
    <message>
        <source>No connection is marked as recorded: name one with --connection, or mark it in the window.</source>
        <translation>Kaydedilecek diye işaretlenmiş bağlantı yok: --connection ile birini belirtin ya da pencerede işaretleyin.</translation>
    </message>
    <message>
        <source>%1: recording</source>
        <extracomment>%1 is a connection</extracomment>
        <translation>%1: kaydediliyor</translation>
    </message>
    <message>
        <source>%1: another Kaptan records it</source>
        <extracomment>%1 is a connection</extracomment>
        <translation>%1: başka bir Kaptan kaydediyor</translation>
    </message>
    <message>
        <source>%1: waiting for the connection</source>
        <extracomment>%1 is a connection</extracomment>
        <translation>%1: bağlantı bekleniyor</translation>
    </message>
    <message>
        <source>A connection to record: its name or address. Can be given several times. Default: all that are marked as recorded.</source>
        <translation>Kaydedilecek bağlantı: adı ya da adresi. Birden çok kez verilebilir. Varsayılan: kaydedilecek diye işaretlenmiş olanların tümü.</translation>
    </message>
    <message>
        <source>Ends after so many seconds. Default: when it is told to.</source>
        <translation>Bu kadar saniye sonra biter. Varsayılan: durdurulunca.</translation>
    </message>
    <message>
        <source>The file of the history. Default: that of this user.</source>
        <translation>Geçmiş dosyası. Varsayılan: bu kullanıcınınki.</translation>
    </message>
    <message>
        <source>it takes no such word</source>
        <translation>böyle bir sözcük almaz</translation>
    </message>
    <message>
        <source>Name connections with --connection.</source>
        <translation>Bağlantıları --connection ile belirtin.</translation>
    </message>
    <message>
        <source>there is no connection “%1”</source>
        <translation>“%1” adında bir bağlantı yok</translation>
    </message>
    <message>
        <source>Add it in the window, or see kaptanctl status.</source>
        <translation>Pencerede ekleyin ya da kaptanctl status çıktısına bakın.</translation>
    </message>
    <message>
        <source>“%1” is no number of seconds</source>
        <translation>“%1” bir saniye sayısı değil</translation>
    </message>
    <message>
        <source>Use a whole number from 1 on.</source>
        <translation>1 veya daha büyük bir tam sayı kullanın.</translation>
    </message>
    <message>
        <source>Give the workload and two revisions: kaptanctl history WORKLOAD --diff 3 4</source>
        <extracomment>typed as it is, but for WORKLOAD</extracomment>
        <translation>İş yükünü ve iki revizyonu verin: kaptanctl history İŞYÜKÜ --diff 3 4</translation>
    </message>
    <message>
        <source>“%1” is no number of a revision</source>
        <translation>“%1” bir revizyon numarası değil</translation>
    </message>
    <message>
        <source>it needs a workload and a second revision</source>
        <translation>bir iş yükü ve ikinci bir revizyon gerekir</translation>
    </message>
    <message>
        <source>it goes neither with --output nor with --statistics</source>
        <translation>--output ya da --statistics ile birlikte verilmez</translation>
    </message>
    <message>
        <source>“%1” is no number of a deployment</source>
        <translation>“%1” bir dağıtım numarası değil</translation>
    </message>
    <message>
        <source>kaptanctl history tells the numbers.</source>
        <extracomment>typed as it is</extracomment>
        <translation>Numaraları kaptanctl history gösterir.</translation>
    </message>
    <message>
        <source>Give one workload, or none for all.</source>
        <translation>Tek bir iş yükü verin; tümü için hiç vermeyin.</translation>
    </message>
    <message>
        <source>deployment %1</source>
        <extracomment>%1 is the number that &quot;kaptanctl history show&quot; takes</extracomment>
        <translation>dağıtım %1</translation>
    </message>
    <message>
        <source>there is none of this number</source>
        <translation>bu numarada bir dağıtım yok</translation>
    </message>
    <message>
        <source>%1, revision %2</source>
        <extracomment>%1 is a workload&apos;s name, %2 a number</extracomment>
        <translation>%1, revizyon %2</translation>
    </message>
    <message>
        <source>it was not recorded</source>
        <translation>kaydedilmemiş</translation>
    </message>
    <message>
        <source>its manifest was not recorded</source>
        <translation>manifesti kaydedilmemiş</translation>
    </message>
    <message>
        <source>Compare two revisions that have one.</source>
        <translation>Manifesti olan iki revizyonu karşılaştırın.</translation>
    </message>
    <message>
        <source>The two revisions have the same manifest.</source>
        <translation>İki revizyonun manifesti aynı.</translation>
    </message>
    <message numerus="yes">
        <source>Only the newest %n are shown; --limit shows more.</source>
        <translation>
            <numerusform>Yalnızca en yeni %n kayıt gösteriliyor; --limit ile daha çoğu görülür.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the figures alone.</source>
        <translation>Yalnızca sayıları gösterir.</translation>
    </message>
    <message>
        <source>Shows what differs between the manifests of two revisions.</source>
        <translation>İki revizyonun manifestleri arasındaki farkı gösterir.</translation>
    </message>
    <message>
        <source>NUMBER NUMBER</source>
        <extracomment>the name of two values in the help, in capitals</extracomment>
        <translation>NUMARA NUMARA</translation>
    </message>
    <message>
        <source>At most so many, the newest ones (default %1).</source>
        <translation>En çok bu kadarı, en yenileri (varsayılan %1).</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <extracomment>the name of a value in the help, in capitals</extracomment>
        <translation>SAYI</translation>
    </message>
    <message>
        <source>under way</source>
        <extracomment>how a deployment is going</extracomment>
        <translation>sürüyor</translation>
    </message>
    <message>
        <source>succeeded</source>
        <extracomment>how a deployment ended</extracomment>
        <translation>başarılı</translation>
    </message>
    <message>
        <source>aborted</source>
        <extracomment>how a deployment ended</extracomment>
        <translation>durduruldu</translation>
    </message>
    <message>
        <source>rolled back</source>
        <extracomment>how a deployment ended</extracomment>
        <translation>geri alındı</translation>
    </message>
    <message>
        <source>scaled %1 → %2</source>
        <extracomment>%1 and %2 are numbers of replicas, before and after</extracomment>
        <translation>ölçeklendi %1 → %2</translation>
    </message>
    <message>
        <source>revision %1</source>
        <extracomment>%1 is the number of a workload&apos;s state</extracomment>
        <translation>revizyon %1</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Dağıtımlar</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <extracomment>deployments that did</extracomment>
        <translation>Başarılı</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>deployments that did</extracomment>
        <translation>Başarısız</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Başarı oranı</translation>
    </message>
    <message>
        <source>Time to deploy, mean</source>
        <translation>Dağıtım süresi, ortalama</translation>
    </message>
    <message>
        <source>Time to deploy, 95th percentile</source>
        <translation>Dağıtım süresi, 95. yüzdelik</translation>
    </message>
    <message>
        <source>Scalings</source>
        <translation>Ölçeklemeler</translation>
    </message>
    <message>
        <source>Scalings per day</source>
        <translation>Günlük ölçekleme</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>Sağlık denetimleri</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Erişilebilirlik</translation>
    </message>
    <message>
        <source>Response time, mean</source>
        <translation>Yanıt süresi, ortalama</translation>
    </message>
    <message>
        <source>Response time, 95th percentile</source>
        <translation>Yanıt süresi, 95. yüzdelik</translation>
    </message>
    <message>
        <source>TIME</source>
        <extracomment>the name of a value in the help, in capitals</extracomment>
        <translation>ZAMAN</translation>
    </message>
    <message>
        <source>CHANGE</source>
        <extracomment>head of a column: what was changed</extracomment>
        <translation>DEĞİŞİKLİK</translation>
    </message>
    <message>
        <source>BY</source>
        <extracomment>head of a column: who did it</extracomment>
        <translation>KİM</translation>
    </message>
    <message>
        <source>RESULT</source>
        <extracomment>head of a column: how a change ended</extracomment>
        <translation>SONUÇ</translation>
    </message>
    <message>
        <source>DETAILS</source>
        <extracomment>head of a column: images, reasons, messages</extracomment>
        <translation>AYRINTI</translation>
    </message>
    <message>
        <source>Deployment:</source>
        <translation>Dağıtım:</translation>
    </message>
    <message>
        <source>Workload:</source>
        <translation>İş yükü:</translation>
    </message>
    <message>
        <source>Result:</source>
        <translation>Sonuç:</translation>
    </message>
    <message>
        <source>Started:</source>
        <translation>Başlangıç:</translation>
    </message>
    <message>
        <source>Ended:</source>
        <translation>Bitiş:</translation>
    </message>
    <message>
        <source>Took:</source>
        <extracomment>how long a deployment took</extracomment>
        <translation>Süre:</translation>
    </message>
    <message>
        <source>By:</source>
        <extracomment>who deployed</extracomment>
        <translation>Kim:</translation>
    </message>
    <message>
        <source>Reason:</source>
        <translation>Neden:</translation>
    </message>
    <message>
        <source>Message:</source>
        <translation>İleti:</translation>
    </message>
    <message>
        <source>Revision:</source>
        <translation>Revizyon:</translation>
    </message>
    <message>
        <source>Images:</source>
        <translation>İmajlar:</translation>
    </message>
    <message>
        <source>Cause:</source>
        <translation>Değişiklik nedeni:</translation>
    </message>
    <message>
        <source>[WORKLOAD|node/NAME ...]</source>
        <extracomment>behind &quot;kaptanctl metrics&quot; in a usage line</extracomment>
        <translation>[İŞYÜKÜ|node/AD ...]</translation>
    </message>
    <message>
        <source>Shows what was measured of workloads and nodes.</source>
        <translation>İş yüklerinde ve düğümlerde ölçülenleri gösterir.</translation>
    </message>
    <message>
        <source>It reads the history alone; nothing is contacted. The table has mean, smallest, largest and last value; json and csv have every point, and none where nothing was measured.</source>
        <translation>Yalnızca geçmişi okur; hiçbir yere bağlanmaz. Tabloda ortalama, en küçük, en büyük ve son değer bulunur; json ve csv her noktayı içerir, ölçülmeyen anlar için nokta yoktur.</translation>
    </message>
    <message>
        <source>Shows the events that were recorded, newest first.</source>
        <translation>Kaydedilen olayları gösterir, en yenisi önce.</translation>
    </message>
    <message>
        <source>It reads the history alone; nothing is contacted.</source>
        <translation>Yalnızca geçmişi okur; hiçbir yere bağlanmaz.</translation>
    </message>
    <message>
        <source>[WORKLOAD] | show DEPLOYMENT | WORKLOAD --diff REVISION REVISION</source>
        <extracomment>behind &quot;kaptanctl history&quot; in a usage line; &quot;show&quot; and &quot;--diff&quot; are typed as they are</extracomment>
        <translation>[İŞYÜKÜ] | show DAĞITIM | İŞYÜKÜ --diff REVİZYON REVİZYON</translation>
    </message>
    <message>
        <source>Shows who changed what and when, with figures.</source>
        <translation>Kimin neyi ne zaman değiştirdiğini sayılarla birlikte gösterir.</translation>
    </message>
    <message>
        <source>Deployments, scalings and revisions, newest first. It reads the history alone; nothing is contacted.</source>
        <translation>Dağıtımlar, ölçeklemeler ve revizyonlar, en yenisi önce. Yalnızca geçmişi okur; hiçbir yere bağlanmaz.</translation>
    </message>
    <message>
        <source>Writes a report of a period as PDF and CSV.</source>
        <translation>Bir dönemin raporunu PDF ve CSV olarak yazar.</translation>
    </message>
    <message>
        <source>It reads the history alone; nothing is contacted. The paths of the files are printed, a line each.</source>
        <translation>Yalnızca geçmişi okur; hiçbir yere bağlanmaz. Dosyaların yollarını her satıra bir tane olacak biçimde yazar.</translation>
    </message>
    <message>
        <source>Normal</source>
        <extracomment>how bad an event is</extracomment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Uyarı</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Hata</translation>
    </message>
    <message>
        <source>“%1” is no severity</source>
        <translation>“%1” bir önem derecesi değil</translation>
    </message>
    <message>
        <source>Use normal, warning or error.</source>
        <extracomment>the words are typed as they are</extracomment>
        <translation>normal, warning ya da error kullanın.</translation>
    </message>
    <message>
        <source>SEVERITY</source>
        <extracomment>the name of a value in the help, in capitals</extracomment>
        <translation>ÖNEM</translation>
    </message>
    <message>
        <source>REASON</source>
        <extracomment>the name of a value in the help, in capitals</extracomment>
        <translation>NEDEN</translation>
    </message>
    <message>
        <source>COUNT</source>
        <extracomment>head of a column: how often</extracomment>
        <translation>KEZ</translation>
    </message>
    <message>
        <source>MESSAGE</source>
        <translation>İLETİ</translation>
    </message>
    <message>
        <source>No such event was recorded in this period: %1</source>
        <extracomment>%1 is a period</extracomment>
        <translation>Bu dönemde böyle bir olay kaydedilmedi: %1</translation>
    </message>
    <message>
        <source>Only of objects of these kinds: Pod,Node</source>
        <translation>Yalnızca bu türden nesnelerinkiler: Pod,Node</translation>
    </message>
    <message>
        <source>Only with these reasons: BackOff,FailedMount</source>
        <translation>Yalnızca nedeni bunlar olanlar: BackOff,FailedMount</translation>
    </message>
    <message>
        <source>Only of objects with this text in their names.</source>
        <translation>Yalnızca adında bu metin geçen nesnelerinkiler.</translation>
    </message>
    <message>
        <source>At least so bad: normal (default), warning or error.</source>
        <extracomment>the words are typed as they are</extracomment>
        <translation>En az bu önemde: normal (varsayılan), warning ya da error.</translation>
    </message>
    <message>
        <source>Give the file of a history with --history, or leave that out to read Kaptan&apos;s own.</source>
        <translation>--history ile bir geçmiş dosyası verin; Kaptan’ın kendi geçmişini okumak için bu seçeneği kullanmayın.</translation>
    </message>
    <message>
        <source>Start kaptan: it keeps the damaged file under another name and saves what can still be read of it.</source>
        <translation>kaptan’ı başlatın: bozuk dosyayı başka bir adla saklar ve içinden hâlâ okunabilenleri kurtarır.</translation>
    </message>
    <message>
        <source>it is damaged (%1)</source>
        <translation>dosya bozuk (%1)</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>böyle bir dosya yok</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>bu bir klasör</translation>
    </message>
    <message>
        <source>it is no history of Kaptan</source>
        <translation>bu bir Kaptan geçmişi değil</translation>
    </message>
    <message>
        <source>The recorded connection to look at, by its name or id. Default: the only one, or the one used last. It is not contacted.</source>
        <translation>Bakılacak kayıtlı bağlantı: adı ya da kimliği. Varsayılan: tek bağlantı ya da en son kullanılan. Ona bağlanılmaz.</translation>
    </message>
    <message>
        <source>The history to read (default %1).</source>
        <extracomment>%1 is a path</extracomment>
        <translation>Okunacak geçmiş (varsayılan %1).</translation>
    </message>
    <message>
        <source>Give a name.</source>
        <translation>Bir ad verin.</translation>
    </message>
    <message>
        <source>How to print: table (default), json or csv. The last two have times in UTC.</source>
        <extracomment>the words are typed as they are</extracomment>
        <translation>Nasıl yazılacağı: table (varsayılan), json ya da csv. Son ikisinde zamanlar UTC’dir.</translation>
    </message>
    <message>
        <source>Use table, json or csv.</source>
        <translation>table, json ya da csv kullanın.</translation>
    </message>
    <message>
        <source>Use a whole number from 1 to 1000000.</source>
        <translation>1 ile 1000000 arasında bir tam sayı kullanın.</translation>
    </message>
    <message>
        <source>it is the database of another program</source>
        <translation>başka bir programın veritabanı</translation>
    </message>
    <message>
        <source>it was written by a newer Kaptan</source>
        <translation>daha yeni bir Kaptan yazmış</translation>
    </message>
    <message>
        <source>Use the kaptanctl of that version, which is beside the kaptan that wrote it.</source>
        <translation>O sürümün kaptanctl programını kullanın; dosyayı yazan kaptan’ın yanındadır.</translation>
    </message>
    <message>
        <source>it was written by an older Kaptan</source>
        <translation>daha eski bir Kaptan yazmış</translation>
    </message>
    <message>
        <source>Start kaptan once: it brings the file up to date, after a copy.</source>
        <translation>kaptan’ı bir kez başlatın: bir kopyasını alıp dosyayı günceller.</translation>
    </message>
    <message>
        <source>several are named “%1”</source>
        <translation>birden çok bağlantının adı “%1”</translation>
    </message>
    <message>
        <source>Give the id of one: %1</source>
        <extracomment>%1 is a list of ids</extracomment>
        <translation>Birinin kimliğini verin: %1</translation>
    </message>
    <message>
        <source>nothing is recorded of a connection named “%1”</source>
        <translation>“%1” adlı bir bağlantıdan hiçbir şey kaydedilmemiş</translation>
    </message>
    <message>
        <source>Period:</source>
        <extracomment>from when to when</extracomment>
        <translation>Dönem:</translation>
    </message>
    <message>
        <source>Nothing was recorded yet.</source>
        <translation>Henüz hiçbir şey kaydedilmedi.</translation>
    </message>
    <message>
        <source>Nothing was recorded of %1 in this period: %2</source>
        <extracomment>%1 is a connection&apos;s name, %2 a period</extracomment>
        <translation>%1 için bu dönemde hiçbir şey kaydedilmedi: %2</translation>
    </message>
    <message>
        <source>there is no metric “%1”</source>
        <translation>“%1” adlı bir ölçüm yok</translation>
    </message>
    <message>
        <source>“%1” is no span of time</source>
        <translation>“%1” bir süre değil</translation>
    </message>
    <message>
        <source>Use whole numbers with s, m, h, d or w: 90s, 1h30m, 7d.</source>
        <extracomment>the words are typed as they are</extracomment>
        <translation>s, m, h, d ya da w ile tam sayılar kullanın: 90s, 1h30m, 7d.</translation>
    </message>
    <message>
        <source>a table has one line for the whole period</source>
        <translation>tabloda bütün dönem için tek satır bulunur</translation>
    </message>
    <message>
        <source>Add -o json or -o csv to get the points.</source>
        <translation>Noktaları almak için -o json ya da -o csv ekleyin.</translation>
    </message>
    <message>
        <source>Only these, with commas between them: %1.</source>
        <extracomment>%1 is a list of words that are typed as they are</extracomment>
        <translation>Yalnızca bunlar, virgülle ayrılmış olarak: %1.</translation>
    </message>
    <message>
        <source>METRIC</source>
        <extracomment>the name of a value in the help, in capitals
----------
head of a column: what is measured</extracomment>
        <translation>ÖLÇÜM</translation>
    </message>
    <message>
        <source>Joins the points of json and csv to spans of this length. Default: every sample, of more than three days spans of ten minutes.</source>
        <translation>json ve csv noktalarını bu uzunlukta aralıklarda birleştirir. Varsayılan: her örnek; üç günden uzun dönemlerde on dakikalık aralıklar.</translation>
    </message>
    <message>
        <source>SPAN</source>
        <extracomment>the name of a value in the help, in capitals</extracomment>
        <translation>SÜRE</translation>
    </message>
    <message>
        <source>MEAN</source>
        <extracomment>head of a column: the arithmetic mean</extracomment>
        <translation>ORTALAMA</translation>
    </message>
    <message>
        <source>MIN</source>
        <extracomment>head of a column: the smallest value</extracomment>
        <translation>EN AZ</translation>
    </message>
    <message>
        <source>MAX</source>
        <extracomment>head of a column: the largest value</extracomment>
        <translation>EN ÇOK</translation>
    </message>
    <message>
        <source>LAST</source>
        <extracomment>head of a column: the newest value</extracomment>
        <translation>SON</translation>
    </message>
    <message>
        <source>Did you mean: %1</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>Şunu mu demek istediniz: %1</translation>
    </message>
    <message>
        <source>nothing of this name was recorded</source>
        <translation>bu adla hiçbir şey kaydedilmemiş</translation>
    </message>
    <message>
        <source>several workloads have this name</source>
        <translation>birden çok iş yükünün adı bu</translation>
    </message>
    <message>
        <source>Give one of them: %1</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>Bunlardan birini verin: %1</translation>
    </message>
    <message>
        <source>“%1” is no time</source>
        <translation>“%1” bir zaman değil</translation>
    </message>
    <message>
        <source>Use a form such as 2026-11-24, 2026-11-24T14:03 or 2026-11-24T14:03:07+03:00.</source>
        <extracomment>the words are typed as they are</extracomment>
        <translation>2026-11-24, 2026-11-24T14:03 ya da 2026-11-24T14:03:07+03:00 gibi yazın.</translation>
    </message>
    <message>
        <source>So far back: 30m, 12h, 7d, 2w (default %1).</source>
        <extracomment>&quot;30m&quot; and the like are typed as they are; %1 is one of them</extracomment>
        <translation>Ne kadar geriye gidileceği: 30m, 12h, 7d, 2w (varsayılan %1).</translation>
    </message>
    <message>
        <source>The beginning: 2026-11-24, 2026-11-24T14:03, with Z or +03:00 for another zone than this machine&apos;s.</source>
        <translation>Başlangıç: 2026-11-24, 2026-11-24T14:03; bu makinenin saat diliminden başkası için Z ya da +03:00 ile.</translation>
    </message>
    <message>
        <source>The end (default now); a date alone counts with its whole day.</source>
        <translation>Bitiş (varsayılan şimdi); yalnızca tarih verilirse o günün tamamı sayılır.</translation>
    </message>
    <message>
        <source>it does not go with --from</source>
        <translation>--from ile birlikte verilmez</translation>
    </message>
    <message>
        <source>the period ends before it begins (%1)</source>
        <translation>dönem başlamadan bitiyor (%1)</translation>
    </message>
    <message>
        <source>Choose an end that is later than the beginning.</source>
        <translation>Başlangıçtan sonra gelen bir bitiş seçin.</translation>
    </message>
    <message>
        <source>Give a file that ends in .pdf, or a folder.</source>
        <translation>.pdf ile biten bir dosya ya da bir klasör verin.</translation>
    </message>
    <message>
        <source>there is no folder %1</source>
        <translation>%1 klasörü yok</translation>
    </message>
    <message>
        <source>Make it first, or choose another one.</source>
        <translation>Önce oluşturun ya da başka bir klasör seçin.</translation>
    </message>
    <message>
        <source>%1 is no PDF and no folder</source>
        <translation>%1 ne PDF ne de klasör</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>klasör oluşturulamıyor</translation>
    </message>
    <message>
        <source>The PDF to write, or a folder, in which it is named after what it holds. What is there under this name is replaced.</source>
        <translation>Yazılacak PDF ya da bir klasör; klasörde dosya, içeriğine göre adlandırılır. Bu adla var olan dosyanın yerine geçer.</translation>
    </message>
    <message>
        <source>FILE.pdf|FOLDER</source>
        <extracomment>the name of a value in the help, in capitals</extracomment>
        <translation>DOSYA.pdf|KLASÖR</translation>
    </message>
    <message>
        <source>Writes the tables as CSV files beside it.</source>
        <translation>Tabloları yanına CSV dosyaları olarak yazar.</translation>
    </message>
    <message>
        <source>Of this workload alone.</source>
        <translation>Yalnızca bu iş yükünün raporu.</translation>
    </message>
    <message>
        <source>Kaptan makes it when it records for the first time: start kaptan and connect, or kaptanctl record. Another file is given with --history.</source>
        <translation>Kaptan bu dosyayı ilk kez kayıt yaptığında oluşturur: kaptan’ı başlatıp bir bağlantı kurun ya da kaptanctl record çalıştırın. Başka bir dosya --history ile verilir.</translation>
    </message>
</context>
<context>
    <name>Operation</name>
    <message>
        <source>read</source>
        <translation>okuma</translation>
    </message>
    <message>
        <source>list</source>
        <translation>listeleme</translation>
    </message>
</context>
</TS>
