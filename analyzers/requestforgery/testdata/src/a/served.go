package a

import "net/http"

type pages struct{ next http.Handler }

// The request goes to a handler of ours; nobody is called.
func (p *pages) handled(w http.ResponseWriter, r *http.Request) {
	page, err := http.NewRequest("GET", "http://"+r.Host+"/error", nil)
	if err != nil {
		return
	}
	page.Header.Set("Accept", r.Header.Get("Accept"))
	p.next.ServeHTTP(w, page.WithContext(r.Context()))
}

func (p *pages) handledLater(w http.ResponseWriter, r *http.Request) {
	page, err := newPage("http://" + r.Host + "/error")
	if err != nil {
		return
	}
	p.next.ServeHTTP(w, page)
}

func newPage(address string) (*http.Request, error) {
	page, err := http.NewRequest("GET", address, nil)
	if err != nil {
		return nil, err
	}
	page.RequestURI = "/error"
	return page, nil
}

// One that is handled and sent as well.
func (p *pages) both(w http.ResponseWriter, r *http.Request) {
	page, _ := http.NewRequest("GET", "http://"+r.FormValue("host")+"/error", nil) // want `chooses the address`
	p.next.ServeHTTP(w, page)
	client.Do(page)
}

// One of those who get it sends it.
func (p *pages) sentByOne(w http.ResponseWriter, r *http.Request) {
	page := newLink("http://" + r.FormValue("host")) // want `chooses the address`
	p.next.ServeHTTP(w, page)
}

func (p *pages) sentByOther(w http.ResponseWriter) { client.Do(newLink("http://example.com/")) }

func newLink(address string) *http.Request {
	page, _ := http.NewRequest("GET", address, nil)
	return page
}
