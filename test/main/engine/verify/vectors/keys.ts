// Public keys of the key pairs that the vectors were signed with. Nobody has kept the private ones.

export const RSA_PEM = `-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAotSYX2NX4G9Nky+2ymY/
zjgZIO/PaBSFY0aAWBEHb2VuY8EPG4/vT9qTixHYjBl+IC6YVRuw1c+eX47EbWJV
D5SX593aRLWpE17aPJFlrFJBCSzSu3qcTOj2BVLyi5BnAvSf1Y05e1OLyTPlGq58
586zuieiGiFO4s0Xh9zndNLbUehwKOe+9gfqtWqA7BB8e/kIaOjp0ahg22xH1zP6
qGfYAXM+4RfWxcj+wZbJ14j8uUXnEQnlCMTqgluAgrKUGsmq/MHIaoyfzIAKu+Nt
XMF2ZxmGs4OY4QQ6rADBSlfTtwbNKp7DAVwW52Tj3G3LAZBi5SzlYjIsRkKQYjK1
mwIDAQAB
-----END PUBLIC KEY-----
`;

/** A certificate of the same key. */
export const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIICtzCCAZ+gAwIBAgIBATANBgkqhkiG9w0BAQsFADAeMRwwGgYDVQQDDBNzaWdu
aW5nLmV4YW1wbGUuY29tMCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAw
WjAeMRwwGgYDVQQDDBNzaWduaW5nLmV4YW1wbGUuY29tMIIBIjANBgkqhkiG9w0B
AQEFAAOCAQ8AMIIBCgKCAQEAotSYX2NX4G9Nky+2ymY/zjgZIO/PaBSFY0aAWBEH
b2VuY8EPG4/vT9qTixHYjBl+IC6YVRuw1c+eX47EbWJVD5SX593aRLWpE17aPJFl
rFJBCSzSu3qcTOj2BVLyi5BnAvSf1Y05e1OLyTPlGq58586zuieiGiFO4s0Xh9zn
dNLbUehwKOe+9gfqtWqA7BB8e/kIaOjp0ahg22xH1zP6qGfYAXM+4RfWxcj+wZbJ
14j8uUXnEQnlCMTqgluAgrKUGsmq/MHIaoyfzIAKu+NtXMF2ZxmGs4OY4QQ6rADB
SlfTtwbNKp7DAVwW52Tj3G3LAZBi5SzlYjIsRkKQYjK1mwIDAQABMA0GCSqGSIb3
DQEBCwUAA4IBAQCNb1NixNFISleEVz9LVy7ocCmCSkZ5z0lPzlzB0S32vtswFK5s
z+44+MDKLmQrTbogFRBZHdef37yR02PLtrDFYcvDIJBU/ku5BvqoXvwx9Rj/Qfu6
+ZnpPKHW2z7n0VHw5BeaTOF+nExRfjAP0vdZtEz0yr6nOwGXS20NzltaMOzY4NX2
+aBvfuTLpOPRilwEVID34u4lt8ujKA9VD4yCAEP0ua7VAvmKOyHjvPs3lc0f0kTW
a7vSnHya2F/lggM2cLcfYVbV3nhV5KhWUyNVUJuPIEHXXgsQXOgYbryJgqzGzJ0i
seLd9XYNPr1PL9NqgI7ABb9WXhgTFhM/TQay
-----END CERTIFICATE-----
`;

/** The same key, as a JSON Web Key Set. */
export const RSA_JWKS =
  '{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"key-1","n":"otSYX2NX4G9Nky-2ymY_zjgZIO_PaBSFY0aAWBEHb2VuY8EPG4_vT9qTixHYjBl-IC6YVRuw1c-eX47EbWJVD5SX593aRLWpE17aPJFlrFJBCSzSu3qcTOj2BVLyi5BnAvSf1Y05e1OLyTPlGq58586zuieiGiFO4s0Xh9zndNLbUehwKOe-9gfqtWqA7BB8e_kIaOjp0ahg22xH1zP6qGfYAXM-4RfWxcj-wZbJ14j8uUXnEQnlCMTqgluAgrKUGsmq_MHIaoyfzIAKu-NtXMF2ZxmGs4OY4QQ6rADBSlfTtwbNKp7DAVwW52Tj3G3LAZBi5SzlYjIsRkKQYjK1mw","e":"AQAB"}]}';

export const ED_JWKS =
  '{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"key-1","x":"ORzf43YkARCx7xNKDM3kjatZD6e8DofvlDvyvLv98zM"}]}';

export const EC_JWK =
  '{"kty":"EC","crv":"P-256","alg":"ES256","use":"sig","kid":"key-1","x":"P_TKOa45y7j-d3J7ul8ZivqdQBu_zt1IKZwHm8EqL7I","y":"VMsyLxEhatMCKYbOfWjEAc19eqF-IT9JbLwitex8qGk"}';

/** The same RSA key, as Travis CI publishes it. */
export const TRAVIS_CONFIG = JSON.stringify({
  config: { notifications: { webhook: { public_key: RSA_PEM } } },
});
